package dev.milliner.review;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.distro.Overlay;
import dev.milliner.source.TreePaths;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Tells which components files of the tree are sources of: beside a local spec, or added by an overlay. */
final class SourceOwners {
    private final Map<String, String> folders = new HashMap<>();
    private final Map<String, Set<String>> added = new HashMap<>();

    private SourceOwners() {}

    /** The owners in a distro. */
    static SourceOwners of(Distro distro) {
        SourceOwners owners = new SourceOwners();
        distro.components().values().forEach(component -> owners.add(distro, component));
        return owners;
    }

    private void add(Distro distro, Component component) {
        if (component.isLocal()) {
            component
                    .spec()
                    .path()
                    .ifPresent(
                            spec -> folders.put(TreePaths.folder(distro.tree().relative(spec)), component.name()));
        }
        if (component.hasOverlays()) {
            for (Overlay overlay : component.overlays()) {
                if (!overlay.source().isEmpty()) {
                    added.computeIfAbsent(distro.tree().relative(overlay.source()), file -> new TreeSet<>())
                            .add(component.name());
                }
            }
        }
    }

    /** The components that are made with a file. */
    Set<String> of(String file) {
        Set<String> found = new TreeSet<>(added.getOrDefault(file, Set.of()));
        TreePaths.above(file).stream()
                .map(folders::get)
                .filter(Objects::nonNull)
                .forEach(found::add);
        return found;
    }
}
