package dev.milliner.distro;

import dev.milliner.source.Place;
import java.util.List;
import java.util.Optional;

/** A named set of components that share defaults. */
public final class ComponentGroup implements Definition {
    private final String name;
    private final TableValue table;
    private final List<String> members;
    private final Lazy<List<ResolvedValue>> values;

    ComponentGroup(String name, TableValue table, List<String> members, Lazy<List<ResolvedValue>> values) {
        this.name = name;
        this.table = table;
        this.members = List.copyOf(members);
        this.values = values;
    }

    @Override
    public Kind kind() {
        return Kind.COMPONENT_GROUP;
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

    /** Why it exists. */
    public Optional<OverlayMetadata> metadata() {
        return Optional.ofNullable(table.at("metadata"))
                .map(TableValue.class::cast)
                .map(OverlayMetadata::of);
    }

    /** The names of its members: those it lists, then those its spec globs find. */
    public List<String> components() {
        return members;
    }

    /** Its spec globs, absolute. */
    public List<String> specGlobs() {
        return table.texts("specs");
    }
}
