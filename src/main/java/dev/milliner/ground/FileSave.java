package dev.milliner.ground;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.Objects;

/**
 * Saves texts of the user's own files. Where it may, a file is replaced in one step by one of the same mode, owner and
 * attributes; where that would part a hard link, change the owner, or the folder takes no new file, its content is
 * written in place, after a synced copy of what it held went to the state folder.
 *
 * @param copies where copies lie while a file is written in place
 */
public record FileSave(Path copies) {
    /** The one of a state folder. */
    public static FileSave of(Path state) {
        return new FileSave(state.resolve("saving"));
    }

    /** Tells whether a file is there whose owner set it to be read only. */
    public static boolean isReadOnly(Path file) throws IOException {
        return Files.exists(file) && !Files.getPosixFilePermissions(file).contains(PosixFilePermission.OWNER_WRITE);
    }

    /**
     * Saves a text. A link is followed. A new file gets the mode that the user's mask gives it.
     *
     * @throws IOException if the text can't be written; the file is then as it was, or its copy is named in the message
     */
    public void write(Path file, String text) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path folder = target.resolveSibling("");
        Files.createDirectories(folder);
        if (Files.exists(target) && mustStay(target, folder)) {
            writeInPlace(target, text);
        } else {
            replace(target, folder, text);
        }
    }

    /** Writes a file that a person asked for, in one step, with the folders above it. */
    public static void export(Path file, String text) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path folder = target.resolveSibling("");
        Files.createDirectories(folder);
        replace(target, folder, text);
    }

    private static boolean mustStay(Path target, Path folder) throws IOException {
        Integer links = (Integer) Files.getAttribute(target, "unix:nlink");
        return links > 1 || hasMore(target) || !Files.isWritable(folder) || !isOwn(target, folder);
    }

    /** Attributes that Java can't copy, such as access control lists. SELinux labels the new file by its folder. */
    private static boolean hasMore(Path target) {
        return ExtendedAttributes.of(target).stream()
                .anyMatch(name -> !name.startsWith("user.") && !name.equals("security.selinux"));
    }

    /** Only root can give a file to another; anybody else keeps its owner by writing in place. */
    private static boolean isOwn(Path target, Path folder) throws IOException {
        Path probe = Files.createTempFile(folder, ".", ".milliner");
        try {
            return Objects.equals(Files.getAttribute(probe, "unix:uid"), Files.getAttribute(target, "unix:uid"))
                    && Objects.equals(Files.getAttribute(probe, "unix:gid"), Files.getAttribute(target, "unix:gid"));
        } finally {
            Files.delete(probe);
        }
    }

    private static void replace(Path target, Path folder, String text) throws IOException {
        Path temporary = folder.resolve("." + shortened(target) + "." + java.util.UUID.randomUUID() + ".milliner");
        try {
            // Made by the plain call, so that a new file's mode is what the user's mask gives.
            Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW).close();
            PrivateFiles.fill(temporary, text);
            if (Files.exists(target)) {
                copyAttributes(target, temporary);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            PrivateFiles.sync(folder);
        } catch (CharacterCodingException noText) {
            throw noText;
        } catch (IOException failure) {
            throw FileTrouble.of(failure, temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** A name may be as long as names can be. */
    private static String shortened(Path target) {
        String name = String.valueOf(target.getFileName());
        return name.length() > 60 ? name.substring(0, 60) : name;
    }

    private static void copyAttributes(Path from, Path to) throws IOException {
        UserDefinedFileAttributeView source = Files.getFileAttributeView(from, UserDefinedFileAttributeView.class);
        UserDefinedFileAttributeView target = Files.getFileAttributeView(to, UserDefinedFileAttributeView.class);
        if (source != null && target != null) {
            for (String name : source.list()) {
                ByteBuffer value = ByteBuffer.allocate(source.size(name));
                source.read(name, value);
                target.write(name, value.flip());
            }
        }
        Files.setAttribute(to, "unix:mode", Files.getAttribute(from, "unix:mode"));
    }

    private void writeInPlace(Path target, String text) throws IOException {
        PrivateFiles.folder(copies);
        Path copy = Files.createTempFile(copies, target.getFileName() + ".", ".before");
        Files.copy(target, copy, StandardCopyOption.REPLACE_EXISTING);
        PrivateFiles.close(copy);
        try (var channel = java.nio.channels.FileChannel.open(copy, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        try {
            PrivateFiles.fill(target, text);
        } catch (CharacterCodingException untouched) {
            Files.delete(copy);
            throw untouched;
        } catch (IOException failure) {
            if (Files.mismatch(copy, target) < 0) {
                Files.delete(copy);
                throw failure;
            }
            throw new IOException(FileTrouble.words(failure) + "; what it held before is in " + copy, failure);
        }
        Files.delete(copy);
    }
}
