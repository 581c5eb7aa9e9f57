package dev.milliner.distro;

import dev.milliner.text.Place;
import java.util.List;
import java.util.Optional;

/** A named set of components that share defaults. */
public final class ComponentGroup extends TableDefinition {
    private final List<String> members;

    ComponentGroup(String name, TableValue table, List<String> members, Lazy<List<ResolvedValue>> values) {
        super(Kind.COMPONENT_GROUP, name, table, values);
        this.members = List.copyOf(members);
    }

    /** Why it exists. */
    public Optional<OverlayMetadata> metadata() {
        return Optional.ofNullable(table().at("metadata"))
                .map(TableValue.class::cast)
                .map(OverlayMetadata::of);
    }

    /** The names of its members: those it lists, then those its spec globs find. */
    public List<String> components() {
        return members;
    }

    /** Where a member is listed; the group's own place where a spec glob finds it. */
    public Place placeOfMember(String component) {
        return table().items("components").stream()
                .filter(item -> item instanceof TextValue text && text.text().equals(component))
                .map(Value::place)
                .findFirst()
                .orElse(table().placeOf("specs"));
    }

    /** Its spec globs, absolute. */
    public List<String> specGlobs() {
        return table().texts("specs");
    }
}
