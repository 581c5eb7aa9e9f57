package dev.milliner.ground;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/** Files and folders that are for their owner alone, as what a person has typed or built may be secret. */
public final class PrivateFiles {
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private PrivateFiles() {}

    /**
     * Makes a folder with those above it where they are missing, and closes it to others also where it was there.
     *
     * @return the folder
     */
    public static Path folder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOLDER));
        }
        if (!Files.getPosixFilePermissions(folder).equals(FOLDER)) {
            Files.setPosixFilePermissions(folder, FOLDER);
        }
        return folder;
    }

    /** Closes a file to others, if it is there. */
    public static void close(Path file) throws IOException {
        if (Files.exists(file)) {
            Files.setPosixFilePermissions(file, FILE);
        }
    }

    /**
     * Replaces a file's content in one step: a reader sees the old text or the new one, and after a failure of power one
     * of them is whole.
     *
     * @throws IOException if it can't be written; the file is then as it was
     */
    public static void write(Path file, String text) throws IOException {
        Path folder = folder(file.toAbsolutePath().resolveSibling(""));
        Path temporary = folder.resolve("." + file.getFileName() + UUID.randomUUID() + ".milliner");
        try {
            Files.createFile(temporary, PosixFilePermissions.asFileAttribute(FILE));
            fill(temporary, text);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(folder);
        } catch (CharacterCodingException noText) {
            throw noText;
        } catch (IOException failure) {
            throw FileTrouble.of(failure, temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Writes a text into a file that is there, over what it holds, and waits until the disk has it. */
    public static void fill(Path file, String text) throws IOException {
        ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            long length = bytes.remaining();
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.truncate(length);
            channel.force(true);
        }
    }

    /** Waits until the disk has a folder's names. */
    public static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
