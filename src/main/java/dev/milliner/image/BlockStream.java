package dev.milliner.image;

import dev.milliner.image.disk.Blocks;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a partition from its start to its end; closing it closes nothing. */
final class BlockStream extends InputStream {
    private final Blocks blocks;
    private long position;

    BlockStream(Blocks blocks) {
        this.blocks = blocks;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int start, int length) throws IOException {
        int piece = (int) Math.min(length, blocks.size() - position);
        if (piece <= 0) {
            return -1;
        }
        blocks.read(position, into, start, piece);
        position += piece;
        return piece;
    }
}
