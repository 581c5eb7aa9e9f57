package dev.milliner.upstream;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.distro.SpecSource;
import dev.milliner.overlay.SourceReader;
import dev.milliner.overlay.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A component's sources as they come, before anything is done to them: the files beside its spec, or of its dist-git. */
public final class ComponentSources {
    private ComponentSources() {}

    /**
     * Reads them. What lies in a lookaside is left out; see the lookaside of the build.
     *
     * @param distro the distro
     * @param component one of its components
     * @throws SourceUnavailableException when they cannot be had
     */
    public static Sources of(Distro distro, Component component) throws SourceUnavailableException {
        SpecSource spec = component.spec();
        return switch (spec.type()) {
            case "local" -> LocalSources.read(distro.tree(), localSpec(component));
            case "upstream", "" -> DistGit.of(distro, component).read();
            default ->
                throw new SourceUnavailableException("The spec of " + component.name() + " is of the type '"
                        + spec.type() + "', which is not known.");
        };
    }

    /** Reads the files that overlays add. */
    public static SourceReader reader(Distro distro) {
        return path -> {
            Path file = distro.tree().root().resolve(path);
            try {
                return Files.isRegularFile(file)
                        ? Optional.of(LocalSources.bytes(distro.tree(), file))
                        : Optional.empty();
            } catch (IOException unreadable) {
                return Optional.empty();
            }
        };
    }

    private static String localSpec(Component component) throws SourceUnavailableException {
        return component
                .spec()
                .path()
                .orElseThrow(() -> new SourceUnavailableException(
                        "The component " + component.name() + " has a local spec without a path."));
    }
}
