package dev.milliner.search;

import dev.milliner.distro.Distro;
import dev.milliner.source.SourceTree;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The files of a tree that people write: not what is built or rendered, and nothing hidden. */
final class TreeFiles {
    private static final int MOST = 100_000;

    private TreeFiles() {}

    /**
     * Goes through the files: those that the distro is read from first, then the others, folder by folder.
     *
     * @param wanted whether to go on
     */
    static void each(Distro distro, BooleanSupplier wanted, Consumer<String> file) {
        Set<String> first = distro.files().stream()
                .filter(name -> !name.isEmpty() && !name.startsWith("/"))
                .collect(Collectors.toUnmodifiableSet());
        for (String name : distro.files()) {
            if (first.contains(name) && wanted.getAsBoolean()) {
                file.accept(name);
            }
        }
        Set<String> made = made(distro);
        Deque<String> folders = new ArrayDeque<>();
        folders.add("");
        int seen = 0;
        while (!folders.isEmpty() && seen < MOST) {
            String folder = folders.removeFirst();
            for (SourceTree.Entry entry : distro.tree().list(folder.isEmpty() ? "." : folder)) {
                if (!wanted.getAsBoolean()) {
                    return;
                }
                String path = folder.isEmpty() ? entry.name() : folder + "/" + entry.name();
                seen++;
                if (entry.name().startsWith(".") || made.contains(path)) {
                    continue;
                }
                if (!entry.folder()) {
                    if (!first.contains(path)) {
                        file.accept(path);
                    }
                } else if (!distro.tree().isLink(path)) {
                    folders.add(path);
                }
            }
        }
    }

    /** The folders that azldev writes. */
    private static Set<String> made(Distro distro) {
        return distro.writtenFolders().stream()
                .map(path -> distro.tree().relative(path))
                .collect(Collectors.toSet());
    }
}
