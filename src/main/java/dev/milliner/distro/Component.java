package dev.milliner.distro;

import dev.milliner.text.Place;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** A source component with the configuration it resolves to. */
public final class Component implements Definition {
    private final String name;
    private final Place place;
    private final List<String> groups;
    private final boolean customised;
    private final TableValue merged;
    private final Supplier<String> renderedSpec;
    private final Lazy<ResolvedComponent> resolved;

    Component(
            String name,
            Place place,
            List<String> groups,
            boolean customised,
            TableValue merged,
            Supplier<String> renderedSpec,
            Lazy<ResolvedComponent> resolved) {
        this.name = name;
        this.place = place;
        this.groups = List.copyOf(groups);
        this.customised = customised;
        this.merged = merged;
        this.renderedSpec = renderedSpec;
        this.resolved = resolved;
    }

    @Override
    public Kind kind() {
        return Kind.COMPONENT;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Place place() {
        return place;
    }

    @Override
    public List<ResolvedValue> values() {
        return resolved.get().values();
    }

    /** Where its spec comes from. */
    public SpecSource spec() {
        return SpecSource.of(merged.table("spec"));
    }

    /** Where its spec lies as azldev renders it, whether or not it was rendered; empty where it has no name. */
    public String renderedSpec() {
        return renderedSpec.get();
    }

    /** The component groups it is in, by name. */
    public List<String> groups() {
        return groups;
    }

    /** All its overlays, inherited ones and those of overlay files included, in the order they apply. */
    public List<Overlay> overlays() {
        return resolved.get().overlays();
    }

    /** Tells whether it has any overlays, inherited ones and those of overlay files included. */
    public boolean hasOverlays() {
        return !merged.items("overlays").isEmpty();
    }

    /** Its build options, as azldev's JSON has them. */
    public JsonNode build() {
        return json().get("build");
    }

    /** Tells whether its spec lies in the tree. */
    public boolean isLocal() {
        return merged.text("spec", "type").equals("local");
    }

    /** Tells whether its own definition says anything beyond its name. */
    public boolean isCustomised() {
        return customised;
    }

    /** The channel its binary packages are published to, empty where none is set. */
    public String rpmChannel() {
        return merged.text("publish", "rpm-channel");
    }

    /** Its resolved configuration as {@code azldev component list -O json} prints it. */
    public JsonNode json() {
        return resolved.get().json();
    }

    TableValue merged() {
        return merged;
    }
}
