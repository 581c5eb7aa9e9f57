package dev.milliner.workbench.review;

import dev.milliner.ground.Digests;
import dev.milliner.ground.FileSave;
import dev.milliner.ground.PrivateFiles;
import dev.milliner.review.Chapter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The items of reviews that were checked off, in the user's state folder. An item is known by what it says, so that a mark stays while
 * other things change, from commit to commit, and goes when the item says something else.
 */
final class SeenItems {
    private final Path folder;
    private final Path file;

    /**
     * Those of one tree.
     *
     * @param state the folder for what is remembered
     * @param root the tree's root
     */
    SeenItems(Path state, Path root) {
        String tree = Digests.of(Digests.sha256(), root.toString().getBytes(StandardCharsets.UTF_8));
        this.folder = state.resolve("review");
        this.file = folder.resolve(tree.substring(0, 16) + ".seen");
    }

    /** What an item is known by. */
    static String digest(Chapter chapter) {
        String said = String.join("\n", List.of(chapter.title(), chapter.tag()))
                + chapter.values().stream()
                        .map(line -> "\n" + line.path() + "\0" + line.before() + "\0" + line.after())
                        .toList()
                + chapter.lines();
        return Digests.of(Digests.sha256(), said.getBytes(StandardCharsets.UTF_8));
    }

    /** The items that were checked off; none where nothing was kept. */
    synchronized Set<String> read() throws IOException {
        try {
            return new TreeSet<>(Files.readAllLines(file));
        } catch (NoSuchFileException nothing) {
            return new TreeSet<>();
        }
    }

    /** Keeps which items are checked off. */
    synchronized void write(Set<String> all) throws IOException {
        PrivateFiles.folder(folder);
        FileSave.export(file, String.join("\n", all) + (all.isEmpty() ? "" : "\n"));
    }
}
