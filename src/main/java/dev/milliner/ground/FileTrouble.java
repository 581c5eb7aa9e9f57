package dev.milliner.ground;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.List;
import java.util.Optional;

/**
 * What is wrong with a file, in words for the person who can mend it. Exceptions of files say as their message the path
 * alone, or a word of the system.
 *
 * @param reason what is wrong, with the path, as the second half of a sentence
 * @param remedy what to do about it, as an order; empty where nothing is known to help
 */
public record FileTrouble(String reason, String remedy) {
    /**
     * What the system says, and what it means.
     *
     * @param said the system's words, or how they begin
     * @param means what is said of the file
     */
    private record Meaning(String said, String means, String remedy) {}

    private static final List<Meaning> MEANINGS = List.of(
            new Meaning(
                    "No space left on device",
                    "finds no room left on its disk",
                    "make room there, or use another disk"),
            new Meaning("[SQLITE_FULL]", "finds no room left on its disk", "make room there, or use another disk"),
            new Meaning(
                    "[SQLITE_READONLY",
                    "is not yours to write",
                    "give yourself the right to it, or use another folder"),
            new Meaning("Disk quota exceeded", "finds your quota used up", "make room there, or use another disk"),
            new Meaning("File too large", "is too large for its file system", "use another file system"),
            new Meaning("File name too long", "has too long a name", "use a shorter name, or a folder nearer to /"),
            new Meaning(
                    "Read-only file system",
                    "lies on a file system that is read-only",
                    "use a folder elsewhere, or mount it writable"),
            new Meaning("Not a directory", "has a file on its way where a folder should be", "move that file away"),
            new Meaning("Is a directory", "is a folder where a file should be", "move it away"),
            new Meaning(
                    "Too many levels of symbolic links",
                    "is a symbolic link that leads in a circle",
                    "correct the link"),
            new Meaning("Too many open files", "cannot be opened, as too many files are open", "raise: ulimit -n"),
            new Meaning("Operation not permitted", "is kept from change by the system", "look at it with lsattr"),
            new Meaning(
                    "Permission denied", "is not yours to use", "give yourself the right to it, or use another folder"),
            new Meaning("Input/output error", "cannot be read or written: the disk fails", "look at dmesg"),
            new Meaning("Stale file handle", "was on a network disk that is gone", "mount it again"),
            new Meaning("Text file busy", "is a program that runs", "end it first"),
            new Meaning(
                    "Invalid cross-device link",
                    "cannot be moved to another disk in one step",
                    "use one disk for both"));

    /** What is wrong, as far as an exception tells. */
    public static FileTrouble of(Throwable failure) {
        return switch (failure) {
            case UncheckedIOException wrapped when wrapped.getCause() != null -> of(wrapped.getCause());
            case NoSuchFileException missing -> new FileTrouble(missing.getFile() + " is not there", "");
            case AccessDeniedException denied -> meaning("Permission denied", denied.getFile());
            case NotDirectoryException file ->
                new FileTrouble(file.getFile() + " is a file where a folder should be", "move it away");
            case DirectoryNotEmptyException full -> new FileTrouble(full.getFile() + " is not empty", "empty it");
            case FileAlreadyExistsException there ->
                new FileTrouble(there.getFile() + " is there already, and in the way", "move it away");
            case FileSystemLoopException circle -> meaning("Too many levels of symbolic links", circle.getFile());
            case NotLinkException plain -> new FileTrouble(plain.getFile() + " is no symbolic link", "");
            case FileSystemException other -> ofSystem(other);
            case ReadOnlyFileSystemException unwritable -> meaning("Read-only file system", "it");
            case FileNotFoundException old -> ofText(message(old));
            default -> ofText(message(failure));
        };
    }

    /** What is wrong and what to do, as the second half of a sentence without its end. */
    public static String words(Throwable failure) {
        return of(failure).words();
    }

    /**
     * What cannot be done with a file and why, with the file named once: most reasons name it themselves.
     *
     * @param file its path as the person knows it
     * @param cannot such as {@code can't be read}
     */
    public static String words(Object file, String cannot, Throwable failure) {
        String words = words(failure);
        return words.contains(file.toString()) ? words : file + " " + cannot + ": " + words;
    }

    /**
     * A failure that tells of the file that was to be written, rather than of the one that was to take its place.
     *
     * @param temporary the one that nobody knows of
     * @param file the one that is meant
     */
    public static IOException of(IOException failure, Path temporary, Path file) {
        String meant = file.toString();
        boolean bare = !(failure instanceof FileSystemException);
        if (bare && known(message(failure)).isEmpty()) {
            return failure;
        }
        if (failure instanceof FileSystemException named
                && named.getFile() != null
                && !named.getFile().equals(temporary.toString())) {
            return failure;
        }
        FileSystemException told =
                switch (failure) {
                    case AccessDeniedException denied -> new AccessDeniedException(meant);
                    case NoSuchFileException missing -> new NoSuchFileException(String.valueOf(file.getParent()));
                    case FileSystemException other -> new FileSystemException(meant, null, other.getReason());
                    default -> new FileSystemException(meant, null, message(failure));
                };
        told.initCause(failure);
        return told;
    }

    /** The reason and the remedy, as the second half of a sentence without its end. */
    public String words() {
        return remedy.isEmpty() ? reason : reason + "; " + remedy;
    }

    private static FileTrouble ofSystem(FileSystemException failure) {
        String file = failure.getFile() == null ? "a file" : failure.getFile();
        String other = failure.getOtherFile() == null ? "" : " (with " + failure.getOtherFile() + ")";
        String said = failure.getReason();
        if (said == null) {
            return new FileTrouble(file + other + " cannot be used", "");
        }
        return known(said)
                .map(known -> meaning(known.said(), file + other))
                .orElseGet(() -> new FileTrouble(file + other + " cannot be used: " + said, ""));
    }

    /** The message of a stream is the system's word alone, or one of the old API's, with the path before the word. */
    private static FileTrouble ofText(String text) {
        Optional<Meaning> bare = known(text);
        if (bare.isPresent()) {
            return meaning(bare.get().said(), "what is written or read");
        }
        int word = text.endsWith(")") ? text.lastIndexOf(" (") : -1;
        if (word > 0) {
            String said = text.substring(word + 2, text.length() - 1);
            if (said.equals("No such file or directory")) {
                return new FileTrouble(text.substring(0, word) + " is not there", "");
            }
            if (known(said).isPresent()) {
                return meaning(said, text.substring(0, word));
            }
        }
        return new FileTrouble(text, "");
    }

    private static Optional<Meaning> known(String said) {
        return MEANINGS.stream().filter(one -> said.startsWith(one.said())).findFirst();
    }

    private static FileTrouble meaning(String said, String file) {
        Meaning meaning = known(said).orElseThrow();
        return new FileTrouble(file + " " + meaning.means(), meaning.remedy());
    }

    /** Without the full stop that some messages have, so that a sentence can go on. */
    private static String message(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }
}
