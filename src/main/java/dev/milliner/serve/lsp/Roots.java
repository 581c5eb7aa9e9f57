package dev.milliner.serve.lsp;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The distros of a session, by their root folders. */
final class Roots implements AutoCloseable {
    private static final String ROOT_FILE = "azldev.toml";

    private final Map<Path, OpenDistro> distros = new ConcurrentHashMap<>();
    private final Map<Path, OpenDistro> loose = new ConcurrentHashMap<>();
    private final Function<Path, OpenDistro> open;
    private final Function<Path, OpenDistro> openLoose;

    /**
     * Knows no distro yet.
     *
     * @param open opens the distro whose root is a folder
     * @param openLoose opens a folder that belongs to no distro, for what is known of the format alone
     */
    Roots(Function<Path, OpenDistro> open, Function<Path, OpenDistro> openLoose) {
        this.open = open;
        this.openLoose = openLoose;
    }

    /** Opens the distro that a folder lies in, or is the root of; tells whether there is one. */
    boolean add(Path folder) {
        Optional<Path> root = nearest(folder);
        root.ifPresent(found -> distros.computeIfAbsent(found, open));
        return root.isPresent();
    }

    /** Closes the distro whose root is a folder. */
    void remove(Path folder) {
        Optional.ofNullable(distros.remove(folder)).ifPresent(OpenDistro::close);
    }

    /** All distros. */
    Collection<OpenDistro> all() {
        return distros.values();
    }

    /**
     * The distro of a file: that in which it lies, else one that reads it from outside, else the nearest above it. A file
     * without any is served by its folder alone.
     */
    OpenDistro of(Path file) {
        return distros.keySet().stream()
                .filter(file::startsWith)
                .max(Comparator.comparingInt(Path::getNameCount))
                .map(distros::get)
                .or(() -> readingFromOutside(file))
                .or(() -> nearest(file.resolveSibling("")).map(root -> distros.computeIfAbsent(root, open)))
                .orElseGet(() -> loose.computeIfAbsent(file.resolveSibling(""), openLoose));
    }

    private Optional<OpenDistro> readingFromOutside(Path file) {
        return distros.values().stream()
                .filter(distro -> distro.state().isDone()
                        && !distro.state().isCompletedExceptionally()
                        && distro.state().join().distro().files().contains(file.toString()))
                .findFirst();
    }

    private static Optional<Path> nearest(Path folder) {
        for (Path at = folder; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(ROOT_FILE))) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        distros.values().forEach(OpenDistro::close);
        loose.values().forEach(OpenDistro::close);
    }
}
