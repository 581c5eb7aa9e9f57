package dev.milliner.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Archives of tar in its dialects. */
public final class TarSeeds {
    /** What means something in the format. */
    public static final List<String> WORDS = List.of(
            "ustar\00000",
            "ustar  \0",
            "../",
            "../outside/canary",
            "/etc/passwd",
            "30 size=9999999999999999\n",
            "28 GNU.sparse.major=1\n",
            "32 GNU.sparse.realsize=99999999\n",
            "22 GNU.sparse.map=0,1\n",
            "26 GNU.sparse.numblocks=9\n",
            "12 path=\n",
            "7777777777",
            "\u00ff\u00ff",
            "././@LongLink");

    private static final int BLOCK = 512;

    private TarSeeds() {}

    /** One of a kind. */
    public static List<byte[]> all() throws IOException {
        return List.of(sources(), sparse(), gnuSparse());
    }

    /** As upstreams make them, with names that are too long for a header. */
    public static byte[] sources() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            add(tar, new TarArchiveEntry("a-1/", TarConstants.LF_DIR), "");
            add(tar, new TarArchiveEntry("a-1/README"), "hello\n");
            add(tar, new TarArchiveEntry("a-1/" + "long/".repeat(40) + "file"), "x");
            TarArchiveEntry link = new TarArchiveEntry("a-1/link", TarConstants.LF_SYMLINK);
            link.setLinkName("README");
            add(tar, link, "");
        }
        ByteArrayOutputStream gnu = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(gnu, "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
            add(tar, new TarArchiveEntry("a-1/" + "gnu/".repeat(40) + "file"), "y");
        }
        return Mutator.replaced(bytes.toByteArray(), 0, 0, Arrays.copyOf(gnu.toByteArray(), 4 * BLOCK));
    }

    private static void add(TarArchiveOutputStream tar, TarArchiveEntry entry, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    /** A file with holes, as GNU tar writes it in the POSIX format. */
    private static byte[] sparse() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
            tar.setAddPaxHeadersForNonAsciiNames(true);
            TarArchiveEntry entry = new TarArchiveEntry("a/GNUSparseFile.1/holes");
            Map.of(
                            "GNU.sparse.major",
                            "1",
                            "GNU.sparse.minor",
                            "0",
                            "GNU.sparse.name",
                            "a/holes",
                            "GNU.sparse.realsize",
                            "2097152")
                    .forEach(entry::addPaxHeader);
            entry.setSize(2 * BLOCK);
            tar.putArchiveEntry(entry);
            tar.write(Arrays.copyOf("1\n2096640\n512\n".getBytes(StandardCharsets.US_ASCII), 2 * BLOCK));
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    /** The same as GNU tar writes it in its own format. */
    private static byte[] gnuSparse() {
        byte[] header = new byte[4 * BLOCK];
        put(header, 0, "a/holes");
        put(header, 100, "0000644\0");
        put(header, 124, "00000001000\0");
        put(header, 156, "S");
        put(header, 257, "ustar  \0");
        put(header, 386, "00010000000\00000000001000\0");
        put(header, 483, "00010001000\0");
        return summed(header);
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    /** With sums that fit, as otherwise little is read behind a damaged header. */
    public static byte[] summed(byte[] tar) {
        for (int at = 0; at + BLOCK <= tar.length; at += BLOCK) {
            String magic = new String(tar, at + 257, 5, StandardCharsets.ISO_8859_1);
            if (magic.equals("ustar")) {
                Arrays.fill(tar, at + 148, at + 156, (byte) ' ');
                int sum = 0;
                for (int i = at; i < at + BLOCK; i++) {
                    sum += tar[i] & 0xFF;
                }
                put(tar, at + 148, String.format(Locale.ROOT, "%06o\0 ", sum));
            }
        }
        return tar;
    }
}
