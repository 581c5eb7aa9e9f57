package dev.milliner.image.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/** A folder. The blocks of its index look like empty entries, so it is read as a list. */
record Ext4Folder(Ext4 system, Ext4Inode inode) {
    private static final long LARGEST = 1L << 30;
    private static final int HEADER = 8;
    private static final int MOST = 1_000_000;

    /** The inodes of its entries by name, without the folder itself and the one above. */
    Map<String, Long> entries() throws IOException {
        if (inode.size() < 0 || inode.size() > LARGEST) {
            throw new IOException("a folder of " + inode.size() + " bytes is damaged");
        }
        Map<String, Long> entries = new LinkedHashMap<>();
        Ext4Map map = Ext4Map.of(system, inode);
        long blocks = (inode.size() + system.blockSize() - 1) / system.blockSize();
        for (long i = 0; i < blocks; i++) {
            long block = map.block(i);
            if (block == 0) {
                system.spend();
            } else {
                entries(system.block(block), entries);
            }
        }
        return entries;
    }

    private static void entries(ByteBuffer block, Map<String, Long> entries) throws IOException {
        for (int at = 0; at + HEADER <= block.capacity(); ) {
            long number = Integer.toUnsignedLong(block.getInt(at));
            int length = length(block, at);
            int nameLength = block.get(at + 6) & 0xFF;
            if (length < HEADER || at + length > block.capacity() || HEADER + nameLength > length) {
                throw new IOException("a folder is damaged");
            }
            if (number != 0 && nameLength > 0) {
                String name = Ext4.text(block, at + HEADER, nameLength);
                if (!name.equals(".") && !name.equals("..")) {
                    entries.put(name, number);
                    if (entries.size() > MOST) {
                        throw new IOException("a folder has more than " + MOST + " entries");
                    }
                }
            }
            at += length;
        }
    }

    /** A block of 64 KiB does not fit into the 16 bits of its length. */
    private static int length(ByteBuffer block, int at) {
        int length = block.getShort(at + 4) & 0xFFFF;
        boolean whole = block.capacity() == 1 << 16 && (length == 0 || length == 0xFFFF);
        return whole ? block.capacity() : length;
    }
}
