package dev.milliner.image.disk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An ext2, ext3 or ext4 file system, read after the kernel's description of its layout (Documentation/filesystems/ext4).
 * Whatever its author wrote into it, reading ends: no more blocks of trees and folders are read than a real one has.
 */
public final class Ext4 {
    private static final int SUPERBLOCK = 1024;
    private static final int COMPRESSED = 0x1;
    private static final int JOURNAL = 0x4;
    private static final int JOURNAL_DEVICE = 0x8;
    private static final int META_GROUPS = 0x10;
    private static final int WIDE = 0x80;
    private static final int INLINE = 0x8000;
    private static final int ROOT = 2;
    private static final long MOST_BYTES = 1L << 30;
    private static final int TABLES_KEPT = 64;

    private final Blocks disk;
    private final int blockSize;
    private final long inodes;
    private final long inodesPerGroup;
    private final int inodeSize;
    private final int descriptorSize;
    private final long descriptors;
    private final String id;
    private final String label;
    private final boolean unclean;
    private long budget = MOST_BYTES;
    private final Map<Long, ByteBuffer> tables = new LinkedHashMap<>(TABLES_KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, ByteBuffer> eldest) {
            return size() > TABLES_KEPT;
        }
    };

    /**
     * Opens a file system.
     *
     * @throws IOException when it is none, or uses what is not read; the message says so
     */
    public Ext4(Blocks disk) throws IOException {
        this.disk = disk;
        ByteBuffer superblock = disk.read(SUPERBLOCK, 1024, ByteOrder.LITTLE_ENDIAN);
        int logarithm = superblock.getInt(24);
        this.inodes = Integer.toUnsignedLong(superblock.getInt(0));
        this.inodesPerGroup = Integer.toUnsignedLong(superblock.getInt(40));
        boolean old = superblock.getInt(76) == 0;
        this.inodeSize = old ? 128 : superblock.getShort(88) & 0xFFFF;
        int needed = old ? 0 : superblock.getInt(96);
        this.descriptorSize = (needed & WIDE) != 0 ? superblock.getShort(254) & 0xFFFF : 32;
        boolean sane = superblock.getShort(56) == (short) 0xEF53
                && logarithm >= 0
                && logarithm <= 6
                && inodesPerGroup > 0
                && inodeSize >= 128
                && inodeSize <= 1024 << Math.clamp(logarithm, 0, 6)
                && Integer.bitCount(inodeSize) == 1
                && descriptorSize >= 32
                && descriptorSize <= 1024;
        if (!sane) {
            throw new IOException("its ext4 file system is damaged");
        }
        refuse(needed, COMPRESSED, "keeps compressed files");
        refuse(needed, JOURNAL_DEVICE, "is only a journal");
        refuse(needed, META_GROUPS, "spreads its group descriptors (meta_bg)");
        refuse(needed, INLINE, "keeps small files in inodes (inline_data)");
        this.unclean = (needed & JOURNAL) != 0;
        this.blockSize = 1024 << logarithm;
        // Behind the superblock's block: with clusters of small blocks (bigalloc) that is not the first block of data.
        this.descriptors = (long) (SUPERBLOCK / blockSize + 1) * blockSize;
        this.id = new UUID(Long.reverseBytes(superblock.getLong(104)), Long.reverseBytes(superblock.getLong(112)))
                .toString();
        this.label = text(superblock, 120, 16).replaceAll("\0.*", "");
    }

    private static void refuse(int needed, int feature, String words) throws IOException {
        if ((needed & feature) != 0) {
            throw new IOException("its ext4 file system " + words + ", which is not read");
        }
    }

    static String text(ByteBuffer block, int start, int length) {
        byte[] bytes = new byte[length];
        block.get(start, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Its UUID. */
    public String id() {
        return id;
    }

    /** Its label; empty where it has none. */
    public String label() {
        return label;
    }

    /** Tells whether its journal holds what is not yet in its place, so that what is read may be a little old. */
    public boolean isUnclean() {
        return unclean;
    }

    /** Hears of what a file system holds. */
    public interface Visitor {
        /**
         * A file, folder or anything else but the root itself.
         *
         * @param path without a leading slash
         * @param inode what it is
         */
        void found(String path, Ext4Inode inode) throws IOException;

        /** Something that is damaged and was left out. */
        void damaged(String words);
    }

    /** Tells a visitor of everything, folders before what is in them. */
    public void walk(Visitor visitor) throws IOException {
        new Ext4Walk(this, visitor).walk(inode(ROOT));
    }

    /** The inode of a path; symbolic links are not followed. */
    public Optional<Ext4Inode> find(String path) throws IOException {
        Ext4Inode at = inode(ROOT);
        for (String name : path.split("/", -1)) {
            long next = at.kind() == Ext4Inode.FOLDER
                    ? new Ext4Folder(this, at).entries().getOrDefault(name, 0L)
                    : 0L;
            if (next == 0) {
                return Optional.empty();
            }
            at = inode(next);
        }
        return Optional.of(at);
    }

    /** The content of a regular file; holes read as zeros. */
    public InputStream content(Ext4Inode inode) throws IOException {
        return new Ext4Content(this, inode);
    }

    /** Where a symbolic link points. */
    public String target(Ext4Inode inode) throws IOException {
        int length = (int) Math.clamp(inode.size(), 0, 4096);
        if (inode.size() < 60 && !inode.hasExtents()) {
            return new String(inode.map(), 0, length, StandardCharsets.UTF_8);
        }
        try (InputStream content = content(inode)) {
            return new String(content.readNBytes(length), StandardCharsets.UTF_8);
        }
    }

    Ext4Inode inode(long number) throws IOException {
        if (number < 1 || number > inodes) {
            throw new IOException("its ext4 file system names the inode " + number + ", which it does not have");
        }
        long group = (number - 1) / inodesPerGroup;
        ByteBuffer descriptor =
                disk.read(descriptors + group * descriptorSize, descriptorSize, ByteOrder.LITTLE_ENDIAN);
        long table = Integer.toUnsignedLong(descriptor.getInt(8));
        if (descriptorSize >= 64) {
            table |= Integer.toUnsignedLong(descriptor.getInt(40)) << 32;
        }
        long place = (number - 1) % inodesPerGroup * inodeSize;
        ByteBuffer block = cached(table + place / blockSize);
        return Ext4Inode.of(number, block.slice((int) (place % blockSize), 128).order(ByteOrder.LITTLE_ENDIAN));
    }

    /** A block that is asked for again and again, as those of inodes are. */
    ByteBuffer cached(long block) throws IOException {
        ByteBuffer known = tables.get(block);
        if (known == null) {
            known = disk.read(position(block), blockSize, ByteOrder.LITTLE_ENDIAN);
            tables.put(block, known);
        }
        return known;
    }

    int blockSize() {
        return blockSize;
    }

    /** A block of a tree or a folder. */
    ByteBuffer block(long number) throws IOException {
        spend();
        return disk.read(position(number), blockSize, ByteOrder.LITTLE_ENDIAN);
    }

    /** Counts a block against what a real file system has. */
    void spend() throws IOException {
        budget -= blockSize;
        if (budget < 0) {
            throw new IOException("its ext4 file system has more than " + MOST_BYTES + " bytes of folders and trees");
        }
    }

    void data(long block, int inside, byte[] into, int start, int length) throws IOException {
        disk.read(position(block) + inside, into, start, length);
    }

    private long position(long block) throws IOException {
        if (block < 0 || block > disk.size() / blockSize) {
            throw new IOException("its ext4 file system names the block " + block + ", which is beyond its end");
        }
        return block * blockSize;
    }
}
