package dev.milliner.distro;

import dev.milliner.source.Place;
import java.util.List;

/** A named set of binary packages that are published alike. */
public final class PackageGroup implements Definition {
    private final String name;
    private final TableValue table;
    private final Lazy<List<ResolvedValue>> values;

    PackageGroup(String name, TableValue table, Lazy<List<ResolvedValue>> values) {
        this.name = name;
        this.table = table;
        this.values = values;
    }

    @Override
    public Kind kind() {
        return Kind.PACKAGE_GROUP;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Place place() {
        return table.place();
    }

    @Override
    public List<ResolvedValue> values() {
        return values.get();
    }

    /** What it is for; empty where it does not say. */
    public String description() {
        return table.text("description");
    }

    /** The names of its packages, in the order they are written. */
    public List<String> packages() {
        return table.texts("packages");
    }

    /** The channel its packages are published to, empty where none is set. */
    public String rpmChannel() {
        return Channels.rpm(table.table("default-package-config", "publish"));
    }

    /** The packages that are written in a line. */
    List<String> packagesAt(int line) {
        return table.items("packages").stream()
                .filter(item -> item.place().range().line() == line)
                .map(item -> item instanceof TextValue text ? text.text() : "")
                .toList();
    }
}
