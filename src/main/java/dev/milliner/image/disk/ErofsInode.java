package dev.milliner.image.disk;

import java.nio.ByteBuffer;

/**
 * What erofs keeps of a file, after the kernel's fs/erofs/erofs_fs.h.
 *
 * @param number by which it is known
 * @param mode as in {@code st_mode}
 * @param user the owner's id
 * @param group the group's id
 * @param size in bytes
 * @param links how many names it has
 * @param layout how its content lies
 * @param place where the content begins, or how it is cut, by the layout
 * @param behind where what follows the inode begins, in bytes
 */
public record ErofsInode(
        long number, int mode, long user, long group, long size, long links, int layout, int place, long behind) {
    static final int PLAIN = 0;
    static final int INLINE = 2;
    static final int CHUNKS = 4;
    static final int LARGEST = 64;

    static ErofsInode of(long number, long position, ByteBuffer bytes) {
        int format = bytes.getShort(0) & 0xFFFF;
        boolean wide = (format & 1) != 0;
        int attributes = bytes.getShort(2) & 0xFFFF;
        long behind = position + (wide ? LARGEST : 32) + (attributes == 0 ? 0 : 12 + (attributes - 1) * 4L);
        return new ErofsInode(
                number,
                bytes.getShort(4) & 0xFFFF,
                wide ? Integer.toUnsignedLong(bytes.getInt(24)) : bytes.getShort(24) & 0xFFFF,
                wide ? Integer.toUnsignedLong(bytes.getInt(28)) : bytes.getShort(26) & 0xFFFF,
                wide ? bytes.getLong(8) : Integer.toUnsignedLong(bytes.getInt(8)),
                wide ? Integer.toUnsignedLong(bytes.getInt(44)) : bytes.getShort(6) & 0xFFFF,
                (format >> 1) & 7,
                bytes.getInt(16),
                behind);
    }

    boolean isFolder() {
        return mode >>> 12 == 4;
    }

    /** Tells whether it is a regular file. */
    public boolean isFile() {
        return mode >>> 12 == 8;
    }

    /** Tells whether its content is packed. */
    public boolean isPacked() {
        return layout != PLAIN && layout != INLINE && layout != CHUNKS;
    }
}
