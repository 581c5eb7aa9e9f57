package dev.milliner.image;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Finds out what a built image holds, without running anything of it. */
public final class Inspector {
    private Inspector() {}

    /**
     * Inspects an artifact.
     *
     * @param artifact an OCI archive, an archive of a root, a disk, or a folder that is a root
     * @throws IOException when it cannot be read as any of them; the message says why
     */
    public static Inspection inspect(Path artifact) throws IOException {
        if (Files.isDirectory(artifact)) {
            return folder(artifact, "folder");
        }
        if (!Files.isRegularFile(artifact)) {
            throw new IOException("There is no file " + artifact + ".");
        }
        try (InputStream start = Files.newInputStream(artifact)) {
            if (DiskImage.isDisk(start.readNBytes(DiskImage.SECTOR))) {
                return DiskImage.inspect(artifact);
            }
        }
        return OciArchive.isOne(artifact) ? OciArchive.inspect(artifact) : archive(artifact);
    }

    /** Inspects a folder that is a root. Files that may not be read count with their size alone. */
    static Inspection folder(Path root, String format) throws IOException {
        try (RootReading reading = new RootReading()) {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (attributes.isRegularFile()) {
                        String path = root.relativize(file).toString();
                        try (InputStream content =
                                Files.isReadable(file) ? Files.newInputStream(file) : InputStream.nullInputStream()) {
                            reading.file(path, attributes.size(), content);
                        }
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                    return FileVisitResult.CONTINUE;
                }
            });
            return reading.result(format);
        }
    }

    private static Inspection archive(Path artifact) throws IOException {
        try (RootReading reading = new RootReading();
                InputStream file = new BufferedInputStream(Files.newInputStream(artifact))) {
            TarLayer.read(file, reading);
            Inspection inspection = reading.result("tar");
            if (inspection.files().isEmpty()) {
                throw new IOException(artifact + " is neither an OCI archive nor an archive of a root.");
            }
            return inspection;
        }
    }

    /** A stream that stays open when a reader of it is closed. */
    static InputStream uncloseable(InputStream stream) {
        return new FilterInputStream(stream) {
            @Override
            public void close() {
                // The owner of the stream closes it.
            }
        };
    }
}
