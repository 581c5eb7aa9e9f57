package dev.milliner.rpm;

import com.github.luben.zstd.ZstdInputStream;
import dev.milliner.ground.BoundedXz;
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

/** Reads files out of a package. Nothing is unpacked onto the disk, and what does not end is not read to its end. */
public final class PackagePayload {
    /** More than any package of text holds. */
    private static final long MOST_UNPACKED = 512L << 20;

    /** More than any package of programs holds. */
    private static final long MOST_OF_PROGRAMS = 8L << 30;

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
        long[] left = {most};
        walk(file, MOST_UNPACKED, (entry, path, archive) -> {
            if (wanted.test(path)) {
                left[0] -= entry.getSize();
                if (left[0] < 0) {
                    throw new IOException(file + " holds more than is read of it.");
                }
                byte[] bytes = archive.readNBytes((int) entry.getSize());
                found.put(path, new Content(bytes, (int) entry.getMode() & PERMISSIONS));
            }
        });
        return found;
    }

    /** Takes a file's content, which may be read as far as wanted. */
    public interface Reader {
        void take(String path, InputStream content) throws IOException;
    }

    /**
     * Reads all ordinary files one by one.
     *
     * @param file the package
     * @throws IOException when the package cannot be read, or holds more than any does
     */
    public static void each(Path file, Reader reader) throws IOException {
        walk(file, MOST_OF_PROGRAMS, (entry, path, archive) -> reader.take(path, archive));
    }

    /** Takes a file, which may be read as far as wanted. */
    private interface Visitor {
        void take(CpioArchiveEntry entry, String path, CpioArchiveInputStream archive) throws IOException;
    }

    private static void walk(Path file, long most, Visitor visitor) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                DataInputStream content = new DataInputStream(new BufferedInputStream(raw))) {
            PackageFile.skipHeaders(content, file);
            try (CpioArchiveInputStream archive = new CpioArchiveInputStream(
                    new BoundedStream(unpacked(new BufferedInputStream(content)), most, file.toString()))) {
                for (CpioArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                    String path = entry.getName().replaceFirst("^\\.?/*", "/");
                    if (entry.isRegularFile()) {
                        visitor.take(entry, path, archive);
                    }
                }
            }
        } catch (IllegalArgumentException broken) {
            throw new IOException(file + " is damaged.", broken);
        }
    }

    private static InputStream unpacked(BufferedInputStream packed) throws IOException {
        packed.mark(2);
        int magic = packed.read() << 8 | packed.read();
        packed.reset();
        return switch (magic) {
            case 0x1F8B -> new GZIPInputStream(packed);
            case 0xFD37 -> BoundedXz.of(packed);
            case 0x28B5 -> new ZstdInputStream(packed);
            case 0x425A -> new BZip2CompressorInputStream(packed);
            default -> packed;
        };
    }
}
