package dev.milliner.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * The way in which files of a tree are read: regular files only, and none that is larger than a bound. A tree may be
 * made to harm, with links to devices, pipes and files without an end.
 */
public final class BoundedFile {
    /** The largest text that is read, in bytes. */
    public static final long LARGEST_TEXT = 16L << 20;

    /** The largest file beside a spec that is read, in bytes: archives lie there too. */
    public static final long LARGEST_SOURCE = 256L << 20;

    static final String FOLDER = "is a folder, where a file is wanted";

    private BoundedFile() {}

    /**
     * Reads a file; links are followed.
     *
     * @param file the file
     * @param largest how many bytes it may have
     * @throws NoSuchFileException where there is nothing
     * @throws UnreadableFileException where there is no regular file, or a larger one, or one that may not be read
     */
    public static byte[] read(Path file, long largest) throws IOException {
        try {
            check(file, largest);
            try (InputStream bytes = Files.newInputStream(file)) {
                byte[] read = bytes.readNBytes(Math.toIntExact(largest) + 1);
                if (read.length > largest) {
                    throw new UnreadableFileException(file, tooLarge(largest));
                }
                return read;
            }
        } catch (UnreadableFileException | NoSuchFileException told) {
            throw told;
        } catch (IOException broken) {
            throw new UnreadableFileException(file, "cannot be read: " + reason(broken));
        }
    }

    /**
     * Tells why something that is there would not be read, from its attributes alone.
     *
     * @param file the file
     * @param largest how many bytes it may have
     * @return what is the matter, to follow the file's name; empty where all looks well or nothing is there
     */
    public static Optional<String> fault(Path file, long largest) {
        try {
            check(file, largest);
            return Optional.empty();
        } catch (UnreadableFileException fault) {
            return Optional.of(fault.why());
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    private static void check(Path file, long largest) throws IOException {
        BasicFileAttributes attributes = attributes(file);
        if (attributes.isDirectory()) {
            throw new UnreadableFileException(file, FOLDER);
        }
        if (!attributes.isRegularFile() || (attributes.size() == 0 && isOfTheKernel(file))) {
            throw new UnreadableFileException(
                    file, "is a device, a pipe or a socket; only regular files are read. Put a file there");
        }
        if (attributes.size() > largest) {
            throw new UnreadableFileException(file, tooLarge(largest));
        }
        if (!Files.isReadable(file)) {
            throw new UnreadableFileException(file, "cannot be read: permission denied");
        }
    }

    private static BasicFileAttributes attributes(Path file) throws IOException {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class);
        } catch (NoSuchFileException absent) {
            if (Files.isSymbolicLink(file)) {
                throw new UnreadableFileException(
                        file, "is a link to " + Files.readSymbolicLink(file) + ", which does not exist");
            }
            throw absent;
        } catch (FileSystemException broken) {
            String reason = reason(broken);
            if (reason.contains("symbolic links")) {
                throw new UnreadableFileException(file, "is a link that leads in a circle");
            }
            if (reason.equals("Not a directory")) {
                throw new NoSuchFileException(file.toString());
            }
            throw new UnreadableFileException(file, "cannot be read: " + reason);
        }
    }

    /** Files of the kernel say that they are regular and empty, and may wait for ever or never end. */
    private static boolean isOfTheKernel(Path file) throws IOException {
        Path real = file.toRealPath();
        return real.startsWith("/proc") || real.startsWith("/sys");
    }

    private static String reason(IOException broken) {
        if (broken instanceof AccessDeniedException) {
            return "permission denied";
        }
        String reason = broken instanceof FileSystemException named ? named.getReason() : broken.getMessage();
        return reason == null ? broken.getClass().getSimpleName() : reason;
    }

    static String tooLarge(long largest) {
        return "is larger than " + (largest >> 20) + " MiB, which is the most that is read";
    }
}
