package dev.milliner.image;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.XZInputStream;

/** A tar archive of a root or of a layer over one, compressed or not. */
final class TarLayer {
    private static final String WHITEOUT = ".wh.";
    private static final String OPAQUE = ".wh..wh..opq";
    private static final int MAGIC = 6;

    private TarLayer() {}

    /** Reads all its files, and takes out what it hides of the layers below. */
    static void read(InputStream compressed, RootReading reading) throws IOException {
        TarArchiveInputStream tar = new TarArchiveInputStream(decompressed(compressed));
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            String path = entry.getName().replaceFirst("^(\\./|/)+", "");
            String name = path.substring(path.lastIndexOf('/') + 1);
            String folder = path.substring(0, path.length() - name.length());
            if (name.equals(OPAQUE)) {
                reading.remove(folder.replaceFirst("/$", ""));
            } else if (name.startsWith(WHITEOUT)) {
                reading.remove(folder + name.substring(WHITEOUT.length()));
            } else if (entry.isFile() && !entry.isLink() && !entry.isSymbolicLink()) {
                reading.file(path, entry.getSize(), Inspector.uncloseable(tar));
            }
        }
    }

    /** The stream behind whatever compresses it, by its first bytes. */
    static InputStream decompressed(InputStream stream) throws IOException {
        InputStream buffered = stream.markSupported() ? stream : new BufferedInputStream(stream);
        buffered.mark(MAGIC);
        byte[] magic = buffered.readNBytes(MAGIC);
        buffered.reset();
        if (startsWith(magic, 0x1F, 0x8B)) {
            return new GZIPInputStream(buffered);
        }
        if (startsWith(magic, 0xFD, '7', 'z', 'X', 'Z', 0)) {
            return new XZInputStream(buffered);
        }
        if (startsWith(magic, 0x28, 0xB5, 0x2F, 0xFD)) {
            return new ZstdInputStream(buffered);
        }
        return startsWith(magic, 'B', 'Z', 'h') ? new BZip2CompressorInputStream(buffered) : buffered;
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= bytes.length || bytes[i] != (byte) start[i]) {
                return false;
            }
        }
        return true;
    }
}
