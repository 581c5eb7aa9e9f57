package dev.milliner.build.explain;

import dev.milliner.source.TreePaths;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file that a tool ran on. */
sealed interface InputFile {
    /** Its name below the inputs, or in its archive. */
    String name();

    /** Its content; empty where it is too long or cannot be read. */
    byte[] bytes();

    /** Its lines. */
    default List<String> lines() {
        return new String(bytes(), StandardCharsets.UTF_8).lines().toList();
    }

    /** The name's last part; a name in an archive may be none of a file. */
    default Path base() {
        return Path.of(TreePaths.name(name()).replace("\0", ""));
    }

    /**
     * A file on the disk.
     *
     * @param name below the inputs
     * @param path where it is
     */
    record OnDisk(String name, Path path) implements InputFile {
        private static final long LONGEST = 8L << 20;

        @Override
        public byte[] bytes() {
            try {
                return Files.size(path) > LONGEST ? new byte[0] : Files.readAllBytes(path);
            } catch (IOException unreadable) {
                return new byte[0];
            }
        }
    }

    /** A file in an archive of sources. */
    final class InArchive implements InputFile {
        private final String name;
        private final byte[] bytes;

        /** With the name that the archive has. */
        InArchive(String name, byte[] bytes) {
            this.name = name;
            this.bytes = bytes;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }
    }
}
