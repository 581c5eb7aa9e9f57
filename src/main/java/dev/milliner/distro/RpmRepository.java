package dev.milliner.distro;

import java.util.List;
import java.util.Optional;

/** An RPM repository, defined on its own or by a set. */
public final class RpmRepository extends TableDefinition {
    private final Optional<String> set;

    RpmRepository(String name, TableValue table, Optional<String> set, Lazy<List<ResolvedValue>> values) {
        super(Kind.REPOSITORY, name, table, values);
        this.set = set;
    }

    /** Its base URI, with DNF's variables as they are written. */
    public Optional<String> baseUri() {
        return table().optionalText("base-uri");
    }

    /** Its metalink. */
    public Optional<String> metalink() {
        return table().optionalText("metalink");
    }

    /** The key its packages are signed with, a URI. */
    public Optional<String> gpgKey() {
        return table().optionalText("gpg-key");
    }

    /** Tells whether signatures are not checked. */
    public boolean isGpgCheckDisabled() {
        return table().flag("disable-gpg-check");
    }

    /** The architectures it serves; empty for all. */
    public List<String> arches() {
        return table().texts("arches");
    }

    /** The set that brings it, where it is not defined on its own. */
    public Optional<String> set() {
        return set;
    }
}
