package dev.milliner.rpm;

import com.github.luben.zstd.ZstdInputStream;
import dev.milliner.ground.BoundedXz;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/** The ways in which metadata files are packed, told by their suffix. */
public final class Compression {
    private Compression() {}

    /** A file's content, unpacked. */
    public static InputStream open(Path file) throws IOException {
        return open(file, new BufferedInputStream(Files.newInputStream(file)));
    }

    /** A stream of a file, unpacked as its name says. */
    public static InputStream open(Path file, InputStream packed) throws IOException {
        String name = file.toString();
        String suffix = name.substring(name.lastIndexOf('.') + 1);
        return switch (suffix) {
            case "gz" -> new GZIPInputStream(packed);
            case "xz" -> BoundedXz.of(packed);
            case "zst" -> new ZstdInputStream(packed);
            case "bz2" -> new BZip2CompressorInputStream(packed);
            default -> packed;
        };
    }
}
