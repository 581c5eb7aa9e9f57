package dev.milliner.language;

import dev.milliner.distro.Component;
import dev.milliner.distro.OverlayKind;
import dev.milliner.distro.Shape;
import java.util.List;
import java.util.Optional;

/**
 * A place of a TOML document, with what is known there.
 *
 * @param knowledge the distro
 * @param document the text
 * @param lines its lines
 * @param root what the file holds
 * @param spot what stands at the place
 */
record TomlContext(Knowledge knowledge, Document document, TextLines lines, Shape.Table root, TomlSpot spot) {
    static TomlContext at(Knowledge knowledge, Document document, int offset) {
        TextLines lines = knowledge.surroundings().texts().lines(document);
        return new TomlContext(
                knowledge,
                document,
                lines,
                knowledge.format(document),
                TomlScan.at(lines, Math.clamp(offset, 0, document.text().length())));
    }

    /** What a path of keys leads to in this file's format. */
    Optional<Stand> stand(List<String> path) {
        return Stand.at(root, path);
    }

    /** The component that keys lead into. */
    Optional<Component> component(List<String> path) {
        return knowledge.component(document, path);
    }

    /** What the spec says that the overlays at a place change. */
    Optional<SpecFacts> spec(List<String> path) {
        return component(path).flatMap(knowledge::spec);
    }

    /** The kind of the overlay around a place; empty where there is none, or it says none. */
    static Optional<OverlayKind> overlayKind(TomlAround table) {
        return OverlayKind.of(table.entries().text("type"));
    }
}
