package dev.milliner.image;

import dev.milliner.ground.FileTrouble;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** A tar archive's entries one by one. The names and tables before an entry may only have a sane length. */
final class Tar implements AutoCloseable {
    private static final long LARGEST_HEAD = 16L << 20;

    private final Unpacked stream;
    private final TarArchiveInputStream tar;

    Tar(Unpacked stream) {
        this.stream = stream;
        this.tar = new TarArchiveInputStream(stream, "UTF-8");
    }

    /**
     * The next entry, or null after the last.
     *
     * @throws IOException when the archive is damaged
     */
    @Nullable
    TarArchiveEntry next() throws IOException {
        try {
            stream.allow(Long.MAX_VALUE);
            while (tar.getCurrentEntry() != null && tar.skip(Long.MAX_VALUE) > 0) {
                // What is left of the entry before.
            }
            stream.allow(LARGEST_HEAD);
            return tar.getNextEntry();
        } catch (IllegalArgumentException | ArithmeticException damaged) {
            throw new IOException("its tar archive is damaged: " + FileTrouble.words(damaged), damaged);
        } finally {
            stream.allow(Long.MAX_VALUE);
        }
    }

    /** The content of the entry; closing it closes nothing. */
    InputStream content() {
        return new FilterInputStream(tar) {
            @Override
            public void close() {
                // The archive goes on.
            }
        };
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}
