package dev.milliner.image.disk;

import java.nio.ByteBuffer;

/**
 * What an ext4 file system knows of a file.
 *
 * @param number its number
 * @param mode its kind and permissions, as in {@code st_mode}
 * @param size in bytes
 * @param user the owner's id
 * @param group the group's id
 * @param links how many names it has
 * @param flags the file system's own
 * @param map the 60 bytes that lead to its content
 */
@SuppressWarnings("ArrayRecordComponent") // read at once, kept nowhere
public record Ext4Inode(long number, int mode, long size, long user, long group, int links, int flags, byte[] map) {
    static final int FOLDER = 4;
    static final int FILE = 8;

    private static final int EXTENTS = 0x80000;

    static Ext4Inode of(long number, ByteBuffer inode) {
        byte[] map = new byte[60];
        inode.get(40, map);
        return new Ext4Inode(
                number,
                inode.getShort(0) & 0xFFFF,
                Integer.toUnsignedLong(inode.getInt(4)) | Integer.toUnsignedLong(inode.getInt(108)) << 32,
                (inode.getShort(2) & 0xFFFFL) | (inode.getShort(120) & 0xFFFFL) << 16,
                (inode.getShort(24) & 0xFFFFL) | (inode.getShort(122) & 0xFFFFL) << 16,
                inode.getShort(26) & 0xFFFF,
                inode.getInt(32),
                map);
    }

    int kind() {
        return mode >>> 12;
    }

    /** Tells whether it is a regular file. */
    public boolean isFile() {
        return kind() == FILE;
    }

    boolean hasExtents() {
        return (flags & EXTENTS) != 0;
    }
}
