package dev.milliner.overlay;

import dev.milliner.SharedMaterial;
import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.source.DiskTree;
import dev.milliner.upstream.ComponentSources;
import dev.milliner.upstream.SourceUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * 500 components over real specs with overlays of all kinds, unpacked.
 *
 * @param root where they lie
 * @param distro the distro that defines them
 * @param expected which succeed, and azldev's words for the others
 */
record OverlayCases(Path root, Distro distro, JsonNode expected) {
    static OverlayCases unpack(Path folder) throws IOException {
        SharedMaterial.unpack("overlay-cases/overlay-cases.tar.xz", folder);
        Path root;
        try (Stream<Path> walk = Files.walk(folder, 3)) {
            root = walk.filter(path -> path.endsWith("expected.json"))
                    .map(path -> path.resolveSibling("."))
                    .findFirst()
                    .orElseThrow()
                    .normalize();
        }
        return new OverlayCases(
                root,
                new DistroLoader().load(new DiskTree(root.resolve("proj"))),
                JsonMapper.shared().readTree(root.resolve("expected.json").toFile()));
    }

    private Component component(String name) {
        return Objects.requireNonNull(distro.components().get(name));
    }

    Recipe recipe(String name) {
        return Recipe.of(component(name));
    }

    Sources sources(String name) throws SourceUnavailableException {
        return ComponentSources.of(distro, component(name));
    }

    SourceReader reader() {
        return ComponentSources.reader(distro);
    }

    OverlayApplication apply(String name) throws SourceUnavailableException {
        return SourcePreparation.apply(recipe(name), sources(name), reader());
    }
}
