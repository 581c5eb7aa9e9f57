package dev.milliner.workbench.files;

import dev.milliner.ground.FileTrouble;
import dev.milliner.workbench.words.Wording;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Takes over what dead workbenches left: their texts, several of one file too. What can't be read, such as a file that
 * was cut when the machine lost its power, is set aside and told; nothing of it stops a start.
 */
public final class LeftTexts {
    private final Path journals;
    private final SetAside aside;
    private final List<LeftText> texts = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    /**
     * What was found.
     *
     * @param texts the texts of the distro, the newest first; each stays on disk until it is forgotten
     * @param told what could not be read, in sentences
     */
    public record Found(List<LeftText> texts, List<String> told) {}

    private LeftTexts(Path journals, SetAside aside) {
        this.journals = journals;
        this.aside = aside;
    }

    /**
     * Takes over what was left of a distro.
     *
     * @param own the journal of this workbench, which what is taken over moves into
     * @param journals the folder that holds all journals
     * @param root the distro's root folder
     * @param aside where goes what can't be read
     */
    public static Found takeOver(BufferJournal own, Path journals, Path root, SetAside aside) {
        LeftTexts left = new LeftTexts(journals, aside);
        own.folder().ifPresent(mine -> left.takeOver(mine, root.toString()));
        left.texts.sort(
                Comparator.comparingLong((LeftText text) -> text.kept().saved()).reversed());
        return new Found(List.copyOf(left.texts), List.copyOf(left.told));
    }

    private void takeOver(Path mine, String root) {
        for (Path left : list(journals)) {
            if (!Files.isDirectory(left, LinkOption.NOFOLLOW_LINKS)) {
                told.add(aside.move(left, Wording.of("files.left-texts.file-among-kept")));
            } else if (!left.equals(mine)) {
                takeOverDead(left, mine, root);
            }
        }
    }

    private void takeOverDead(Path left, Path mine, String root) {
        try {
            if (isDead(left)) {
                list(left).forEach(file -> takeOverFile(file, mine, root));
                deleteIfEmpty(left);
            }
        } catch (IOException unreadable) {
            told.add(aside.move(left, Wording.of("files.left-texts.folder-kept-texts")));
        }
    }

    private void takeOverFile(Path file, Path mine, String root) {
        if (file.endsWith(BufferJournal.LOCK)) {
            return;
        }
        try {
            KeptText kept = KeptText.of(Files.readString(file));
            if (kept.root().equals(root)) {
                Path taken = mine.resolve("left-" + UUID.randomUUID() + BufferJournal.SUFFIX);
                Files.move(file, taken, StandardCopyOption.ATOMIC_MOVE);
                texts.add(new LeftText(taken, kept));
            }
        } catch (IOException | IllegalArgumentException broken) {
            told.add(aside.move(file, Wording.of("files.left-texts.unsaved-text-being")));
        }
    }

    private List<Path> list(Path folder) {
        try (Stream<Path> list = Files.list(folder)) {
            return list.sorted().toList();
        } catch (IOException unreadable) {
            told.add(Wording.of("files.left-texts.folder-cant-read", folder, FileTrouble.words(unreadable)));
            return List.of();
        }
    }

    private static boolean isDead(Path folder) throws IOException {
        try (FileChannel other = FileChannel.open(
                        folder.resolve(BufferJournal.LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock free = other.tryLock()) {
            return free != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    /** Deletes a journal's folder with its lock where no text is in it. */
    static void deleteIfEmpty(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            if (list.anyMatch(file -> !file.endsWith(BufferJournal.LOCK))) {
                return;
            }
        }
        Files.deleteIfExists(folder.resolve(BufferJournal.LOCK));
        Files.deleteIfExists(folder);
    }
}
