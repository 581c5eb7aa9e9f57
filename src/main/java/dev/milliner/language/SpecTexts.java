package dev.milliner.language;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import java.util.Optional;

/** Where the text of a component's spec comes from. It is asked while someone types, so it must answer from memory or a disk. */
public interface SpecTexts {
    /** Nothing is known of any spec. */
    SpecTexts NONE = (distro, component) -> Optional.empty();

    /**
     * A spec.
     *
     * @param path where it lies: relative to the tree's root where it lies under it; a name to show otherwise
     * @param text its text
     */
    record SpecText(String path, String text) {}

    /** The spec that a component's overlays change, as near to upstream's as is known. */
    Optional<SpecText> of(Distro distro, Component component);

    /** The specs that lie in the tree: local ones, else rendered ones. */
    static SpecTexts inTree() {
        return new SpecsInTree();
    }
}
