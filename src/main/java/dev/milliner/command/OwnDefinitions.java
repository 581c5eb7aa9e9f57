package dev.milliner.command;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.overlay.SourceFile;
import dev.milliner.overlay.Sources;
import dev.milliner.source.TreePaths;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The definitions that lie beside a local component's spec. azldev copies them with the sources, so they come with what is
 * prepared; but no overlay is about them, and writing overlays changes them.
 *
 * @param distro the distro
 * @param component one of its components
 */
record OwnDefinitions(Distro distro, Component component) {
    /**
     * Sources in which the definitions are as in others.
     *
     * @param original the others
     * @param wanted what somebody made of them
     */
    Sources asIn(Sources original, Sources wanted) {
        Optional<String> spec = component.isLocal() ? component.spec().path() : Optional.empty();
        if (spec.isEmpty()) {
            return wanted;
        }
        String folder = TreePaths.folder(distro.tree().relative(spec.get()));
        String prefix = folder.equals(".") ? "" : folder + "/";
        TreeMap<String, SourceFile> files = new TreeMap<>(wanted.files());
        for (String file : distro.files()) {
            if (file.startsWith(prefix)) {
                String name = file.substring(prefix.length());
                files.remove(name);
                original.file(name).ifPresent(same -> files.put(name, same));
            }
        }
        return new Sources(files, wanted.folders());
    }
}
