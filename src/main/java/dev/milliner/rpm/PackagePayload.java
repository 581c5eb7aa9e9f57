package dev.milliner.rpm;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.cpio.CpioArchiveEntry;
import org.apache.commons.compress.archivers.cpio.CpioArchiveInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.XZInputStream;

/** Reads single files out of a package. Nothing is unpacked onto the disk, and what does not end is not read to its end. */
public final class PackagePayload {
    /** More than any package of text holds. */
    private static final long MOST_UNPACKED = 512L << 20;

    private static final int PERMISSIONS = 0777;

    private PackagePayload() {}

    /**
     * A file.
     *
     * @param bytes its content
     * @param mode its permissions
     */
    @SuppressWarnings("ArrayRecordComponent") // compared with nothing, changed by nobody
    public record Content(byte[] bytes, int mode) {}

    /**
     * Reads files.
     *
     * @param file the package
     * @param wanted which, by absolute path; only ordinary files are read
     * @param most how much they may hold together, in bytes
     * @throws IOException when the package cannot be read, or they hold more
     */
    public static NavigableMap<String, Content> read(Path file, Predicate<String> wanted, long most)
            throws IOException {
        NavigableMap<String, Content> found = new TreeMap<>();
        try (InputStream raw = Files.newInputStream(file);
                DataInputStream content = new DataInputStream(new BufferedInputStream(raw))) {
            PackageFile.skipHeaders(content, file);
            long left = most;
            try (CpioArchiveInputStream archive = new CpioArchiveInputStream(
                    new BoundedStream(unpacked(new BufferedInputStream(content)), MOST_UNPACKED, file.toString()))) {
                for (CpioArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                    String path = entry.getName().replaceFirst("^\\.?/*", "/");
                    if (entry.isRegularFile() && wanted.test(path)) {
                        left -= entry.getSize();
                        if (left < 0) {
                            throw new IOException(file + " holds more than is read of it.");
                        }
                        byte[] bytes = archive.readNBytes((int) entry.getSize());
                        found.put(path, new Content(bytes, (int) entry.getMode() & PERMISSIONS));
                    }
                }
            }
        } catch (IllegalArgumentException broken) {
            throw new IOException(file + " is damaged.", broken);
        }
        return found;
    }

    private static InputStream unpacked(BufferedInputStream packed) throws IOException {
        packed.mark(2);
        int magic = packed.read() << 8 | packed.read();
        packed.reset();
        return switch (magic) {
            case 0x1F8B -> new GZIPInputStream(packed);
            case 0xFD37 -> new XZInputStream(packed);
            case 0x28B5 -> new ZstdInputStream(packed);
            case 0x425A -> new BZip2CompressorInputStream(packed);
            default -> packed;
        };
    }
}
