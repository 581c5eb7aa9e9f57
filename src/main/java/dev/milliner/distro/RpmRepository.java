package dev.milliner.distro;

import dev.milliner.source.Place;
import java.util.List;
import java.util.Optional;

/** An RPM repository, defined on its own or by a set. */
public final class RpmRepository implements Definition {
    private final String name;
    private final TableValue table;
    private final Optional<String> set;
    private final Lazy<List<ResolvedValue>> values;

    RpmRepository(String name, TableValue table, Optional<String> set, Lazy<List<ResolvedValue>> values) {
        this.name = name;
        this.table = table;
        this.set = set;
        this.values = values;
    }

    @Override
    public Kind kind() {
        return Kind.REPOSITORY;
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

    /** Its base URI, with DNF's variables as they are written. */
    public Optional<String> baseUri() {
        return table.optionalText("base-uri");
    }

    /** Its metalink. */
    public Optional<String> metalink() {
        return table.optionalText("metalink");
    }

    /** The key its packages are signed with, a URI. */
    public Optional<String> gpgKey() {
        return table.optionalText("gpg-key");
    }

    /** Tells whether signatures are not checked. */
    public boolean isGpgCheckDisabled() {
        return table.flag("disable-gpg-check");
    }

    /** The architectures it serves; empty for all. */
    public List<String> arches() {
        return table.texts("arches");
    }

    /** The set that brings it, where it is not defined on its own. */
    public Optional<String> set() {
        return set;
    }
}
