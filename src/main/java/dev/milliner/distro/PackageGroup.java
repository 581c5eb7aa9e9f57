package dev.milliner.distro;

import java.util.List;

/** A named set of binary packages that are published alike. */
public final class PackageGroup extends TableDefinition {
    PackageGroup(String name, TableValue table, Lazy<List<ResolvedValue>> values) {
        super(Kind.PACKAGE_GROUP, name, table, values);
    }

    /** The names of its packages, in the order they are written. */
    public List<String> packages() {
        return table().texts("packages");
    }

    /** The channel its packages are published to, empty where none is set. */
    public String rpmChannel() {
        return Channels.rpm(table().table("default-package-config", "publish"));
    }

    /** The packages that are written in a line. */
    List<String> packagesAt(int line) {
        return table().items("packages").stream()
                .filter(item -> item.place().range().line() == line)
                .map(item -> item instanceof TextValue text ? text.text() : "")
                .toList();
    }
}
