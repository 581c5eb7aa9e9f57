package dev.milliner.image;

import com.github.luben.zstd.ZstdInputStream;
import dev.milliner.ground.BoundedXz;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/** What a file holds behind whatever compresses it. Refuses what unpacks to far more than images do. */
final class Unpacked extends FilterInputStream {
    private static final int MAGIC = 6;
    private static final long FREE = 1L << 30;
    private static final Limit FILES = new Limit(250, 512L << 30);
    private static final Limit DISK = new Limit(5000, 64L << 30);

    private final Counted packed;
    private final boolean compressed;
    private final Limit limit;
    private long total;
    private long allowance = Long.MAX_VALUE;

    /**
     * What is taken for honest.
     *
     * @param ratio how many times larger than its packed form anything may be, beyond the first GiB
     * @param most how large it may be, in bytes
     */
    private record Limit(long ratio, long most) {}

    private Unpacked(InputStream plain, Counted packed, boolean compressed, Limit limit) {
        super(plain);
        this.limit = limit;
        this.packed = packed;
        this.compressed = compressed;
    }

    /** Opens a file; how it is compressed is told by its first bytes. */
    static Unpacked open(Path file) throws IOException {
        return open(file, FILES);
    }

    /** Opens a disk, most of which may be zeros. */
    static Unpacked openDisk(Path file) throws IOException {
        return open(file, DISK);
    }

    private static Unpacked open(Path file, Limit limit) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        try {
            Counted packed = new Counted(bytes);
            BufferedInputStream buffered = new BufferedInputStream(packed, 1 << 16);
            buffered.mark(MAGIC);
            byte[] magic = buffered.readNBytes(MAGIC);
            buffered.reset();
            Optional<InputStream> plain = decompressed(buffered, magic);
            return new Unpacked(plain.orElse(buffered), packed, plain.isPresent(), limit);
        } catch (IOException damaged) {
            bytes.close();
            throw damaged;
        }
    }

    private static Optional<InputStream> decompressed(InputStream stream, byte[] magic) throws IOException {
        if (startsWith(magic, 0x1F, 0x8B)) {
            return Optional.of(new GZIPInputStream(stream));
        }
        if (startsWith(magic, 0xFD, '7', 'z', 'X', 'Z', 0)) {
            return Optional.of(BoundedXz.of(stream));
        }
        if (startsWith(magic, 0x28, 0xB5, 0x2F, 0xFD)) {
            return Optional.of(new ZstdInputStream(stream));
        }
        return startsWith(magic, 'B', 'Z', 'h')
                ? Optional.of(new BZip2CompressorInputStream(stream, true))
                : Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= bytes.length || bytes[i] != (byte) start[i]) {
                return false;
            }
        }
        return true;
    }

    boolean isCompressed() {
        return compressed;
    }

    /** From now on no more than this may be read before the next call. */
    void allow(long bytes) {
        allowance = bytes;
    }

    private void count(long bytes) throws IOException {
        total += bytes;
        allowance -= bytes;
        if (allowance < 0) {
            throw new IOException("the head of an entry is larger than any is");
        }
        if (compressed && (total > limit.most() || (total > FREE && total / limit.ratio() > packed.count))) {
            throw new IOException(
                    "it unpacks to more than " + total / FREE + " GiB out of " + packed.count
                            + " bytes, as images do not; unpack it yourself if it is to be trusted, and inspect what comes out");
        }
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] into, int start, int length) throws IOException {
        int read = super.read(into, start, length);
        count(Math.max(0, read));
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        // Readers of compressed files unpack what they skip, and must not unpack without end in one go.
        long skipped = super.skip(compressed ? Math.min(count, 1 << 20) : count);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream file) {
            super(file);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] into, int start, int length) throws IOException {
            int read = super.read(into, start, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
