package dev.milliner.overlay;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import dev.milliner.ground.BoundedXz;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** How a source archive is compressed. Like azldev: tar plain or with gzip, xz or zstd; anything else is refused. */
enum ArchiveFormat {
    PLAIN,
    GZIP,
    XZ,
    ZSTD;

    private static final byte[] GZIP_START = {0x1f, (byte) 0x8b};
    private static final byte[] XZ_START = {(byte) 0xfd, '7', 'z', 'X', 'Z', 0};
    private static final byte[] ZSTD_START = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};
    private static final int LONGEST_START = 6;
    private static final int GZIP_OS_UNKNOWN = 255;

    /** Tells by its name whether azldev takes a file for an archive. */
    static boolean isArchive(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Arrays.asList(".tar", ".tar.gz", ".tgz", ".tar.xz", ".txz", ".tar.zst", ".tzst").stream()
                .anyMatch(lower::endsWith);
    }

    /** The format of a stream by its first bytes, which stay in it. */
    static ArchiveFormat of(BufferedInputStream stream) throws IOException {
        stream.mark(LONGEST_START);
        byte[] start = stream.readNBytes(LONGEST_START);
        stream.reset();
        if (begins(start, XZ_START)) {
            return XZ;
        } else if (begins(start, GZIP_START)) {
            return GZIP;
        }
        return begins(start, ZSTD_START) ? ZSTD : PLAIN;
    }

    private static boolean begins(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(Arrays.copyOf(bytes, start.length), start);
    }

    InputStream unpacked(InputStream packed) throws IOException {
        return switch (this) {
            case PLAIN -> packed;
            case GZIP -> new GZIPInputStream(packed);
            case XZ -> BoundedXz.of(packed);
            case ZSTD -> new ZstdInputStream(packed);
        };
    }

    /** A stream that packs the same bytes in the same way each time. */
    OutputStream packed(OutputStream target) throws IOException {
        return switch (this) {
            case PLAIN -> target;
            case GZIP -> {
                GzipParameters parameters = new GzipParameters();
                parameters.setCompressionLevel(9);
                parameters.setModificationTime(0);
                parameters.setOperatingSystem(GZIP_OS_UNKNOWN);
                yield new GzipCompressorOutputStream(target, parameters);
            }
            case XZ -> new XZOutputStream(target, new LZMA2Options());
            case ZSTD -> new ZstdOutputStream(target);
        };
    }
}
