package dev.milliner.refactor;

import dev.milliner.ground.FileSave;
import dev.milliner.ground.FileTrouble;
import dev.milliner.language.FileEdit;
import dev.milliner.language.WorkspaceEdit;
import dev.milliner.language.WorkspaceEdit.FileRename;
import dev.milliner.language.WorkspaceEdit.WholeFile;
import dev.milliner.source.BoundedFile;
import dev.milliner.toml.TomlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes a change of several files to the disk: all of it, or nothing where one file cannot be written or is another by now.
 *
 * @param root the tree's root
 * @param saving how single files are written
 */
public record EditWriter(Path root, FileSave saving) {
    private interface Step {
        void run() throws IOException;
    }

    /**
     * Writes a change.
     *
     * @throws IOException if it cannot be written whole; all is as it was then, or the message says what is not
     */
    public void write(WorkspaceEdit edit) throws IOException {
        for (FileEdit file : edit.files()) {
            refuseOther(file.path(), file.before());
        }
        for (WholeFile file : edit.deleted()) {
            refuseOther(file.path(), file.text());
        }
        for (WholeFile file : edit.created()) {
            refuseThere(file.path());
        }
        for (FileRename rename : edit.renames()) {
            refuseThere(rename.to());
        }
        Deque<Step> back = new ArrayDeque<>();
        try {
            make(edit, back);
        } catch (IOException failure) {
            throw takenBack(back, failure);
        }
    }

    private void make(WorkspaceEdit edit, Deque<Step> back) throws IOException {
        for (FileEdit file : edit.files()) {
            Path path = at(file.path());
            back.push(() -> restore(path, file.before()));
            saving.write(path, file.after());
        }
        for (WholeFile file : edit.created()) {
            Path path = at(file.path());
            folders(path.resolveSibling(""), back);
            back.push(() -> Files.deleteIfExists(path));
            saving.write(path, file.text());
        }
        for (FileRename rename : edit.renames()) {
            Path from = at(rename.from());
            Path to = at(rename.to());
            folders(to.resolveSibling(""), back);
            Files.move(from, to);
            back.push(() -> Files.move(to, from));
        }
        for (WholeFile file : edit.deleted()) {
            Path path = at(file.path());
            byte[] bytes = BoundedFile.read(path, BoundedFile.LARGEST_TEXT);
            var mode = Files.getPosixFilePermissions(path);
            Files.delete(path);
            back.push(() -> {
                Files.createDirectories(path.resolveSibling(""));
                Files.write(path, bytes);
                Files.setPosixFilePermissions(path, mode);
            });
        }
        for (WholeFile file : edit.deleted()) {
            removeEmpty(root, at(file.path()).resolveSibling(""));
        }
    }

    /** A file that could not be written holds what it did; writing it again could only fail again. */
    private void restore(Path path, String before) throws IOException {
        if (!text(path).equals(before)) {
            saving.write(path, before);
        }
    }

    private static String text(Path path) throws IOException {
        return TomlText.decode(BoundedFile.read(path, BoundedFile.LARGEST_TEXT));
    }

    private void folders(Path folder, Deque<Step> back) throws IOException {
        if (!Files.isDirectory(folder)) {
            folders(folder.resolveSibling(""), back);
            Files.createDirectory(folder);
            back.push(() -> Files.deleteIfExists(folder));
        }
    }

    /** Deletes a file, if it is there, with the folders of the tree that then hold nothing. */
    public static void delete(Path root, Path file) throws IOException {
        if (Files.deleteIfExists(file)) {
            removeEmpty(root, file.resolveSibling(""));
        }
    }

    /** A folder that holds nothing any more goes with what it held; one that cannot go does no harm. */
    private static void removeEmpty(Path root, Path folder) {
        Path here = folder;
        while (here.startsWith(root) && !here.equals(root) && isEmpty(here)) {
            try {
                Files.delete(here);
            } catch (IOException stays) {
                return;
            }
            here = here.resolveSibling("");
        }
    }

    private static boolean isEmpty(Path folder) {
        try (var entries = Files.newDirectoryStream(folder)) {
            return !entries.iterator().hasNext();
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static IOException takenBack(Deque<Step> back, IOException failure) {
        IOException told = new IOException(FileTrouble.words(failure) + ". Nothing was changed", failure);
        for (Step step : back) {
            try {
                step.run();
            } catch (IOException stays) {
                told = new IOException(
                        FileTrouble.words(failure) + ", and not all could be taken back: " + FileTrouble.words(stays),
                        failure);
            }
        }
        return told;
    }

    private Path at(String path) throws IOException {
        Path file = root.resolve(path).normalize();
        if (!file.startsWith(root)) {
            throw new IOException(path + " lies outside of the tree");
        }
        return file;
    }

    private void refuseOther(String path, String text) throws IOException {
        if (!text(at(path)).equals(text)) {
            throw new IOException(path + " has another text by now. Nothing was changed");
        }
    }

    private void refuseThere(String path) throws IOException {
        if (Files.exists(at(path), LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("There is a file " + path + " already. Nothing was changed");
        }
    }
}
