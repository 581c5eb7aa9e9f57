package dev.milliner.upstream;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.distro.SpecSource;
import dev.milliner.ground.FileTrouble;
import dev.milliner.overlay.OverlayException;
import dev.milliner.overlay.SourceReader;
import dev.milliner.overlay.Sources;
import dev.milliner.source.OutsideFiles;
import dev.milliner.source.SourceTree;
import dev.milliner.source.UnreadableFileException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
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
        return component.isLocal()
                ? LocalSources.ofComponent(distro.tree(), localSpec(component))
                : fetch(distro, component).sources();
    }

    /** Fetches them from dist-git, or reads what was fetched before where that can't be reached. */
    static DistGit.Fetched fetch(Distro distro, Component component) throws SourceUnavailableException {
        SpecSource spec = component.spec();
        return switch (spec.type()) {
            case "upstream", "" -> DistGit.of(distro, component).fetch();
            default ->
                throw new SourceUnavailableException("The spec of " + component.name() + " is of the type '"
                        + spec.type() + "', which is not known.");
        };
    }

    /** Reads the files that overlays add; those outside of the tree only where the tree may take them in. */
    public static SourceReader reader(Distro distro) {
        return path -> added(distro.tree(), path);
    }

    private static Optional<byte[]> added(SourceTree tree, String path) throws OverlayException {
        if (tree.outsideFiles() != OutsideFiles.ALLOWED && !tree.holds(path)) {
            throw new OverlayException("the file to add, `" + path + "`, lies outside of the tree, so it is not read."
                    + " Copy it into the tree, or say --outside on the command line");
        }
        try {
            return Optional.of(LocalSources.bytes(tree, tree.root().resolve(path)));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (UnreadableFileException unreadable) {
            throw new OverlayException("the file to add, `" + path + "`, " + unreadable.why());
        } catch (IOException broken) {
            throw new OverlayException("the file to add, `" + path + "`, cannot be read: " + FileTrouble.words(broken));
        }
    }

    private static String localSpec(Component component) throws SourceUnavailableException {
        return component
                .spec()
                .path()
                .orElseThrow(() -> new SourceUnavailableException(
                        "The component " + component.name() + " has a local spec without a path."));
    }
}
