package dev.milliner.image;

import dev.milliner.image.disk.Blocks;
import dev.milliner.image.disk.PieceStream;
import java.io.IOException;

/** The bytes of a partition from its start to its end; closing it closes nothing. */
final class BlockStream extends PieceStream {
    private final Blocks blocks;
    private long position;

    BlockStream(Blocks blocks) {
        this.blocks = blocks;
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
