package dev.milliner.image;

import dev.milliner.image.disk.PieceStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The next bytes of a stream, as many as a file has; closing it closes nothing. */
final class FilePiece extends PieceStream {
    private final InputStream stream;
    private long left;

    /**
     * Makes one.
     *
     * @param size in bytes
     */
    FilePiece(InputStream stream, long size) {
        this.stream = stream;
        this.left = size;
    }

    @Override
    public int read(byte[] into, int start, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int read = stream.read(into, start, (int) Math.min(left, length));
        if (read < 0) {
            throw new EOFException("a file ends");
        }
        left -= read;
        return read;
    }

    /** Goes on to what follows it. */
    void skip() throws IOException {
        stream.skipNBytes(left);
        left = 0;
    }
}
