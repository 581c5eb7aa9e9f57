package dev.milliner.image.disk;

import dev.milliner.ground.Digests;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The hash tree of dm-verity, worked out anew from the data and held against the one that is stored, as they are read: each level
 * keeps one block. A level's digests stand in the blocks of the level above it; the digest of the only block at the top is the root
 * hash.
 */
public final class VerityTree {
    /** Data of more than any root has; a disk may say that it is of any size. */
    private static final long MOST_DATA = 64L << 30;

    private static final int PIECE = 1 << 20;

    private final VeritySuperblock superblock;
    private final Blocks stored;
    private final MessageDigest digest;
    private final byte[] salt;
    private final int perBlock;
    private final int room;
    private final List<Level> levels = new ArrayList<>();
    private byte[] root = {};
    private long different;
    private long firstDifferent = -1;

    /** Where a level of the stored tree begins, and the block of it that is being filled. */
    private static final class Level {
        private final long start;
        private final byte[] block;
        private long done;
        private int filled;

        Level(long start, int size) {
            this.start = start;
            this.block = new byte[size];
        }
    }

    private VerityTree(VeritySuperblock superblock, Blocks stored, MessageDigest digest) throws IOException {
        this.superblock = superblock;
        this.stored = stored;
        this.digest = digest;
        this.salt = HexFormat.of().parseHex(superblock.salt());
        this.perBlock = Integer.highestOneBit(superblock.hashBlock() / digest.getDigestLength());
        this.room = superblock.type() == 0 ? digest.getDigestLength() : superblock.hashBlock() / perBlock;
        plan();
    }

    /** The top stands first, and the level of the data's own digests last. */
    private void plan() throws IOException {
        List<Long> counts = new ArrayList<>();
        for (long count = superblock.dataBlocks(); count > 1; ) {
            count = (count + perBlock - 1) / perBlock;
            counts.add(count);
        }
        long next = superblock.firstBlock();
        for (long count : counts.reversed()) {
            levels.addFirst(new Level(next, superblock.hashBlock()));
            next += count;
        }
        if (next > stored.size() / superblock.hashBlock()) {
            throw new IOException("its hash tree is cut off");
        }
    }

    /**
     * Works out the tree and compares.
     *
     * @param data the partition that the tree is of
     * @param stored the partition that the tree stands in, which may be the same
     * @throws IOException when that cannot be done; the message says why
     */
    public static VerityFinding check(Blocks data, Blocks stored, VeritySuperblock superblock) throws IOException {
        MessageDigest digest = Digests.named(superblock.algorithm())
                .orElseThrow(() -> new IOException("its hash tree is made with '"
                        + superblock.algorithm().replaceAll("[^\\p{Alnum}_-]", "?") + "', which is not known"));
        if (superblock.dataSize() > data.size()) {
            throw new IOException("its hash tree is of more data than the partition has");
        }
        if (superblock.dataSize() > MOST_DATA) {
            throw new IOException("its hash tree is of more than " + (MOST_DATA >> 30) + " GiB");
        }
        return new VerityTree(superblock, stored, digest).check(data);
    }

    /**
     * Tells whether a tree is of a partition's data, where that may have changed: one of the blocks at its start is as the tree says.
     *
     * @throws IOException when it cannot be read
     */
    public static boolean isOf(Blocks data, Blocks stored, VeritySuperblock superblock) throws IOException {
        Optional<MessageDigest> digest = Digests.named(superblock.algorithm());
        if (digest.isEmpty() || superblock.dataSize() > data.size()) {
            return false;
        }
        VerityTree tree = new VerityTree(superblock, stored, digest.get());
        if (tree.levels.isEmpty()) {
            return true;
        }
        byte[] leaf = new byte[superblock.hashBlock()];
        tree.read(tree.levels.getFirst().start, leaf);
        byte[] block = new byte[superblock.dataBlock()];
        for (int i = 0; i < Math.min(tree.perBlock, superblock.dataBlocks()); i++) {
            data.read((long) i * block.length, block, 0, block.length);
            byte[] hash = tree.hash(block, 0, block.length);
            int at = i * tree.room;
            if (Arrays.equals(leaf, at, at + hash.length, hash, 0, hash.length)) {
                return true;
            }
        }
        return false;
    }

    private VerityFinding check(Blocks data) throws IOException {
        int size = superblock.dataBlock();
        byte[] piece = new byte[Math.max(PIECE, size)];
        for (long position = 0; position < superblock.dataSize(); ) {
            int length = (int) Math.min(piece.length, superblock.dataSize() - position);
            data.read(position, piece, 0, length);
            for (int at = 0; at < length; at += size) {
                add(0, hash(piece, at, size));
            }
            position += length;
        }
        for (int level = 0; level < levels.size(); level++) {
            if (levels.get(level).filled > 0) {
                close(level);
            }
        }
        return new VerityFinding(HexFormat.of().formatHex(root), different, firstDifferent);
    }

    private byte[] hash(byte[] bytes, int start, int length) {
        if (superblock.type() == 1) {
            digest.update(salt);
        }
        digest.update(bytes, start, length);
        if (superblock.type() == 0) {
            digest.update(salt);
        }
        return digest.digest();
    }

    private void add(int index, byte[] hash) throws IOException {
        if (index == levels.size()) {
            root = hash;
            return;
        }
        Level level = levels.get(index);
        System.arraycopy(hash, 0, level.block, level.filled * room, hash.length);
        level.filled++;
        if (level.filled == perBlock) {
            close(index);
        }
    }

    /** A block of a level is whole: it is compared, and its digest goes to the level above. */
    private void close(int index) throws IOException {
        Level level = levels.get(index);
        byte[] found = new byte[level.block.length];
        read(level.start + level.done, found);
        if (!Arrays.equals(found, level.block)) {
            count(index, level, found);
        }
        byte[] hash = hash(level.block, 0, level.block.length);
        Arrays.fill(level.block, (byte) 0);
        level.filled = 0;
        level.done++;
        add(index + 1, hash);
    }

    private void count(int index, Level level, byte[] found) {
        different++;
        for (int i = 0; index == 0 && i < level.filled && firstDifferent < 0; i++) {
            int at = i * room;
            if (!Arrays.equals(found, at, at + room, level.block, at, at + room)) {
                firstDifferent = level.done * perBlock + i;
            }
        }
    }

    private void read(long block, byte[] into) throws IOException {
        stored.read(block * into.length, into, 0, into.length);
    }
}
