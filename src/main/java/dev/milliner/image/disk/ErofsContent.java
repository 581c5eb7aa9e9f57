package dev.milliner.image.disk;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The content of a file that erofs keeps unpacked: in one piece, with its end behind the inode, or in chunks. */
final class ErofsContent extends PieceStream {
    private static final int HOLE = -1;
    private static final int INDEXED = 0x20;

    private final Blocks disk;
    private final ErofsInode inode;
    private final int block;
    private long position;

    ErofsContent(Blocks disk, ErofsInode inode, int block) {
        this.disk = disk;
        this.inode = inode;
        this.block = block;
    }

    @Override
    public int read(byte[] into, int start, int length) throws IOException {
        if (position >= inode.size()) {
            return -1;
        }
        int most = (int) Math.min(length, inode.size() - position);
        int read = inode.layout() == ErofsInode.CHUNKS ? chunk(into, start, most) : flat(into, start, most);
        position += read;
        return read;
    }

    private int flat(byte[] into, int start, int length) throws IOException {
        long whole = inode.layout() == ErofsInode.INLINE ? inode.size() / block * block : inode.size();
        boolean end = position >= whole;
        int most = end ? length : (int) Math.min(length, whole - position);
        long base = end ? inode.behind() - whole : Integer.toUnsignedLong(inode.place()) * block;
        disk.read(base + position, into, start, most);
        return most;
    }

    private int chunk(byte[] into, int start, int length) throws IOException {
        int format = inode.place();
        long size = (long) block << (format & 0x1F);
        boolean indexed = (format & INDEXED) != 0;
        int width = indexed ? 8 : 4;
        long entry = (inode.behind() + width - 1) / width * width + position / size * width;
        int at = disk.read(entry, width, ByteOrder.LITTLE_ENDIAN).getInt(width - 4);
        int most = (int) Math.min(length, size - position % size);
        if (at == HOLE) {
            Arrays.fill(into, start, start + most, (byte) 0);
        } else {
            disk.read(Integer.toUnsignedLong(at) * block + position % size, into, start, most);
        }
        return most;
    }
}
