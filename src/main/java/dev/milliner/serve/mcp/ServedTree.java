package dev.milliner.serve.mcp;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.distro.Image;
import dev.milliner.ground.FileTrouble;
import dev.milliner.rpm.RepositorySource;
import dev.milliner.source.BoundedFile;
import dev.milliner.source.DiskTree;
import dev.milliner.source.OutsideFiles;
import dev.milliner.source.SourceTree;
import dev.milliner.text.NearNames;
import dev.milliner.upstream.OverlayWork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The distro that tools are asked about. Nothing outside of its tree is read, whatever the tree or an agent names; the user's
 * own configuration is not read either.
 */
final class ServedTree implements AutoCloseable {
    private final SourceTree tree;
    private final DistroLoader loader = new DistroLoader(Map.of());
    private final OverlayWork overlays = new OverlayWork(loader);
    private final List<RepositorySource> repositories;

    /**
     * Serves a tree.
     *
     * @param root its root folder
     * @param repositories the repositories that its user named; where there are none, the tree's own are taken
     */
    ServedTree(Path root, List<RepositorySource> repositories) {
        this.tree = new DiskTree(root, OutsideFiles.UNSEEN);
        this.repositories = List.copyOf(repositories);
    }

    SourceTree tree() {
        return tree;
    }

    /** The distro as its files are now. */
    Distro distro() {
        return loader.load(tree);
    }

    /** The distro as other files make it. */
    Distro distro(SourceTree other) {
        return loader.load(other);
    }

    DistroLoader loader() {
        return loader;
    }

    OverlayWork overlays() {
        return overlays;
    }

    List<RepositorySource> repositories() {
        return repositories;
    }

    /** A component of a distro by its name. */
    static Component component(Distro distro, String name) throws RefusedCall {
        return named("component", name, distro.components());
    }

    /** An image of a distro by its name. */
    static Image image(Distro distro, String name) throws RefusedCall {
        return named("image", name, distro.images());
    }

    private static <T> T named(String what, String name, Map<String, T> known) throws RefusedCall {
        T found = known.get(name);
        if (found == null) {
            throw missing(what, name, List.copyOf(known.keySet()));
        }
        return found;
    }

    /** Says that a name stands for nothing, and which may be meant. */
    static RefusedCall missing(String what, String name, List<String> known) {
        return new RefusedCall(
                ("The distro has no " + what + " '" + name + "'. " + NearNames.question(known, name)).strip());
    }

    /**
     * A file of the tree.
     *
     * @param name its path, relative to the tree's root
     * @throws RefusedCall where it would lie outside of the tree, links followed, or in the folder of the repository
     */
    Path file(String name) throws RefusedCall {
        Path file;
        try {
            file = tree.root().resolve(name).normalize();
        } catch (java.nio.file.InvalidPathException wrong) {
            throw new RefusedCall("'" + name + "' is no path.");
        }
        boolean within = file.startsWith(tree.root()) && !file.equals(tree.root()) && tree.holds(file.toString());
        if (!within) {
            throw new RefusedCall(
                    "'" + name + "' lies outside of the tree. Name a file by its path from the tree's root.");
        }
        Path real = Path.of(tree.real(file.toString()));
        for (Path part : real) {
            if (part.toString().equals(".git")) {
                throw new RefusedCall("'" + name + "' belongs to git, and not to the distro.");
            }
        }
        return real;
    }

    /** What a file of the tree holds, as bytes. */
    byte[] bytes(String name, long largest) throws RefusedCall {
        try {
            return BoundedFile.read(file(name), largest);
        } catch (IOException unreadable) {
            throw new RefusedCall(FileTrouble.words(name, "can't be read", unreadable) + ".");
        }
    }

    @Override
    public void close() {
        overlays.close();
    }
}
