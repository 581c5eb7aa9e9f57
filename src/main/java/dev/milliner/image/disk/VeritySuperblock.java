package dev.milliner.image.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What stands before a hash tree of dm-verity, after cryptsetup's description of the format (its DMVerity page).
 *
 * @param position where it begins in its partition, in bytes
 * @param type 1, or 0 for the older one of Chrome OS, which hashes the salt last and packs digests closely
 * @param algorithm such as {@code sha256}
 * @param dataBlock size of a block of data, in bytes
 * @param hashBlock size of a block of the tree, in bytes
 * @param dataBlocks how many blocks of data the tree is of
 * @param salt in hexadecimal
 */
public record VeritySuperblock(
        long position, int type, String algorithm, int dataBlock, int hashBlock, long dataBlocks, String salt) {
    private static final int SIZE = 512;
    private static final int ALGORITHM = 32;
    private static final int NAME = 32;
    private static final int SALT = 88;
    private static final int LONGEST_SALT = 256;
    private static final int LARGEST_BLOCK = 512 * 1024;

    /** As far behind a file system's end as a tree is looked for. */
    private static final int REACH = 1 << 20;

    /**
     * Reads one.
     *
     * @param blocks a partition
     * @param position in bytes
     * @return empty where there is none
     * @throws IOException when it is damaged
     */
    public static Optional<VeritySuperblock> at(Blocks blocks, long position) throws IOException {
        if (blocks.size() - position < SIZE || !FileSystem.VERITY.isAt(blocks, position)) {
            return Optional.empty();
        }
        ByteBuffer bytes = blocks.read(position, SIZE, ByteOrder.LITTLE_ENDIAN);
        int salt = bytes.getShort(80) & 0xFFFF;
        int dataBlock = bytes.getInt(64);
        int hashBlock = bytes.getInt(68);
        int type = bytes.getInt(12);
        long dataBlocks = bytes.getLong(72);
        boolean sane = bytes.getInt(8) == 1
                && (type == 0 || type == 1)
                && isBlockSize(dataBlock)
                && isBlockSize(hashBlock)
                && dataBlocks > 0
                && dataBlocks <= Long.MAX_VALUE / dataBlock
                && salt <= LONGEST_SALT;
        if (!sane) {
            throw new IOException("the superblock of its hash tree is damaged");
        }
        String algorithm = Ext4.text(bytes, ALGORITHM, NAME).replaceAll("\0.*", "");
        byte[] salted = new byte[salt];
        bytes.get(SALT, salted);
        return Optional.of(new VeritySuperblock(
                position,
                type,
                algorithm,
                dataBlock,
                hashBlock,
                dataBlocks,
                HexFormat.of().formatHex(salted)));
    }

    private static boolean isBlockSize(int size) {
        return size >= SIZE && size <= LARGEST_BLOCK && Integer.bitCount(size) == 1;
    }

    /**
     * The one behind a file system in its own partition; it need not stand right behind it.
     *
     * @throws IOException when it is damaged
     */
    public static Optional<VeritySuperblock> behind(Blocks partition, FileSystem kind) throws IOException {
        OptionalLong end = kind.length(partition);
        if (end.isEmpty() || end.getAsLong() < SIZE || end.getAsLong() > partition.size() - SIZE) {
            return Optional.empty();
        }
        long first = (end.getAsLong() + SIZE - 1) / SIZE * SIZE;
        for (long position = first; position <= partition.size() - SIZE && position < first + REACH; position += SIZE) {
            Optional<VeritySuperblock> found = at(partition, position);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** How many bytes of data the tree is of. */
    public long dataSize() {
        return dataBlocks * dataBlock;
    }

    /** The tree's first block, behind the superblock, counted in blocks of the tree. */
    long firstBlock() {
        return (position + SIZE + hashBlock - 1) / hashBlock;
    }
}
