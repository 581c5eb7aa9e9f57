package dev.milliner.image.disk;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;

/** The bytes of a file. */
final class Ext4Content extends PieceStream {
    private final Ext4 system;
    private final Ext4Map map;
    private final long size;
    private long position;

    Ext4Content(Ext4 system, Ext4Inode inode) throws IOException {
        this.system = system;
        this.map = Ext4Map.of(system, inode);
        this.size = Math.max(0, inode.size());
    }

    @Override
    public int read(byte[] into, int start, int length) throws IOException {
        Objects.checkFromIndexSize(start, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (position >= size) {
            return -1;
        }
        int inside = (int) (position % system.blockSize());
        int piece = (int) Math.min(Math.min(length, system.blockSize() - inside), size - position);
        long block = map.block(position / system.blockSize());
        if (block == 0) {
            Arrays.fill(into, start, start + piece, (byte) 0);
        } else {
            system.data(block, inside, into, start, piece);
        }
        position += piece;
        return piece;
    }

    @Override
    public long skip(long count) {
        long skipped = Math.clamp(count, 0, size - position);
        position += skipped;
        return skipped;
    }
}
