package dev.milliner.overlay;

import dev.milliner.distro.Component;
import dev.milliner.distro.Overlay;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What is to be done to a component's sources.
 *
 * @param name the component's name
 * @param overlays its overlays in the order they apply
 * @param options its build options
 * @param sourceFiles its {@code source-files} as azldev's JSON has them; empty or missing where there are none
 */
public record Recipe(String name, List<Overlay> overlays, BuildOptions options, JsonNode sourceFiles) {
    /** The recipe of a component. */
    public static Recipe of(Component component) {
        return new Recipe(
                component.name(),
                component.overlays(),
                BuildOptions.of(component.build()),
                component.json().path("sourceFiles"));
    }

    /** The name of its spec. */
    public String specName() {
        return name + ".spec";
    }
}
