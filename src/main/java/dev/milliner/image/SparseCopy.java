package dev.milliner.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** Copies a stream into a file in which blocks of zeros take no room. */
final class SparseCopy {
    private static final int BLOCK = 1 << 16;

    private SparseCopy() {}

    static void of(InputStream from, Path to) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(to.toFile(), "rw")) {
            byte[] block = new byte[BLOCK];
            long position = 0;
            for (int read = from.readNBytes(block, 0, BLOCK); read > 0; read = from.readNBytes(block, 0, BLOCK)) {
                if (!isZero(block, read)) {
                    file.seek(position);
                    file.write(block, 0, read);
                }
                position += read;
            }
            file.setLength(position);
        }
    }

    private static boolean isZero(byte[] block, int length) {
        for (int i = 0; i < length; i++) {
            if (block[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
