package dev.milliner.level;

import dev.milliner.rpm.Compression;
import dev.milliner.rpm.PackagePayload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;

/** Reads files of any kind, and tells what those that hold machine code show. */
public final class CodeFiles {
    private static final byte[] ARCHIVE = "!<arch>\n".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern PACKED_MODULE = Pattern.compile(".*\\.ko\\.(xz|zst|gz)");
    private static final Pattern FIRMWARE = Pattern.compile("/?(usr/)?lib/firmware/.*");
    private static final int SMALLEST_START = ARCHIVE.length;

    /** What is longer is looked at only so far. */
    private static final int LARGEST = 64 << 20;

    /** What Go says of its build stands behind the code. */
    private static final int LARGEST_OF_GO = 192 << 20;

    private static final int MOST_MEMBERS = 50_000;

    private CodeFiles() {}

    /** Tells whether a path is that of firmware, which holds machine code of devices. */
    static boolean isFirmware(String path) {
        return FIRMWARE.matcher(path).matches();
    }

    /**
     * Reads a file from its start. What holds no machine code is read no further than it takes to tell.
     *
     * @param path where it is; its name tells how it is packed
     * @param file its content; not closed
     */
    public static CodeFile read(String path, InputStream file) throws IOException {
        byte[] start = file.readNBytes(SMALLEST_START);
        if (isFirmware(path)) {
            return CodeFile.FOREIGN;
        }
        if (ElfFile.isElf(start)) {
            return CodeMemory.of(whole(start, file));
        }
        if (Arrays.equals(start, ARCHIVE)) {
            return archive(joined(start, file.readNBytes(LARGEST)));
        }
        if (PACKED_MODULE.matcher(path).matches()) {
            return module(path, joined(start, file.readNBytes(LARGEST)));
        }
        return isUefi(start, file) ? CodeFile.FOREIGN : CodeFile.NONE;
    }

    /**
     * Reads the files of a package.
     *
     * @return by absolute path, in order; files without machine code are left out
     * @throws IOException when the package cannot be read, or holds more than any does
     */
    public static NavigableMap<String, CodeFile> ofPackage(Path file) throws IOException {
        NavigableMap<String, CodeFile> found = new TreeMap<>();
        PackagePayload.each(file, (path, content) -> {
            CodeFile one = read(path, content);
            if (one.kind() != CodeFile.Kind.NONE) {
                found.put(path, one);
            }
        });
        return found;
    }

    private static byte[] whole(byte[] start, InputStream file) throws IOException {
        byte[] whole = joined(start, file.readNBytes(LARGEST));
        return whole.length > LARGEST && GoBuild.isGo(whole) ? joined(whole, file.readNBytes(LARGEST_OF_GO)) : whole;
    }

    private static byte[] joined(byte[] start, byte[] rest) {
        byte[] whole = Arrays.copyOf(start, start.length + rest.length);
        System.arraycopy(rest, 0, whole, start.length, rest.length);
        return whole;
    }

    /** A packed module that cannot be unpacked is machine code that tells nothing. */
    private static CodeFile module(String path, byte[] packed) {
        try (InputStream module = Compression.open(Path.of(path), new ByteArrayInputStream(packed))) {
            byte[] whole = module.readNBytes(LARGEST);
            return ElfFile.isElf(whole) ? CodeMemory.of(whole) : CodeFile.FOREIGN;
        } catch (IOException damaged) {
            return CodeFile.FOREIGN;
        }
    }

    /** Members that are no objects count for nothing, and so does what follows a damaged one. */
    private static CodeFile archive(byte[] whole) {
        List<CodeFile> members = new ArrayList<>();
        try (ArArchiveInputStream archive = new ArArchiveInputStream(new ByteArrayInputStream(whole))) {
            for (ArArchiveEntry entry = archive.getNextEntry();
                    entry != null && members.size() < MOST_MEMBERS;
                    entry = archive.getNextEntry()) {
                byte[] member = archive.readNBytes((int) Math.min(entry.getLength(), LARGEST));
                if (ElfFile.isElf(member)) {
                    members.add(CodeFile.of(member));
                }
            }
        } catch (IOException | IllegalArgumentException damaged) {
            return CodeFile.archive(members);
        }
        return CodeFile.archive(members);
    }

    /** Kernels and boot loaders are programs of UEFI: {@code MZ}, and {@code PE} where it says. */
    private static boolean isUefi(byte[] start, InputStream file) throws IOException {
        if (start.length < SMALLEST_START || start[0] != 'M' || start[1] != 'Z') {
            return false;
        }
        byte[] head = joined(start, file.readNBytes(4096));
        int at = head.length < 64 ? -1 : (head[60] & 0xFF) | (head[61] & 0xFF) << 8;
        return at >= 0 && at + 1 < head.length && head[at] == 'P' && head[at + 1] == 'E';
    }
}
