package dev.milliner.image.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Where the blocks of a file lie. */
sealed interface Ext4Map {
    /** The block that holds a block of the file; 0 for a hole. */
    long block(long logical) throws IOException;

    static Ext4Map of(Ext4 system, Ext4Inode inode) throws IOException {
        return inode.hasExtents() ? Extents.of(system, inode) : new Pointers(system, inode);
    }

    /** A tree of runs of blocks. */
    record Extents(TreeMap<Long, Run> runs) implements Ext4Map {
        private static final int MAGIC = 0xF30A;
        private static final int HEADER = 12;
        private static final int ENTRY = 12;
        private static final int DEEPEST = 5;
        private static final int LONGEST = 32768;
        private static final int MOST = 1_000_000;

        private record Run(long start, int length) {}

        static Extents of(Ext4 system, Ext4Inode inode) throws IOException {
            Extents extents = new Extents(new TreeMap<>());
            extents.read(system, ByteBuffer.wrap(inode.map()).order(ByteOrder.LITTLE_ENDIAN), DEEPEST + 1);
            return extents;
        }

        private void read(Ext4 system, ByteBuffer node, int above) throws IOException {
            int depth = node.getShort(6);
            int count = node.getShort(2) & 0xFFFF;
            boolean sane = (node.getShort(0) & 0xFFFF) == MAGIC
                    && depth >= 0
                    && depth < above
                    && HEADER + count * ENTRY <= node.capacity();
            if (!sane) {
                throw new IOException("the map of a file is damaged");
            }
            for (int i = 0; i < count; i++) {
                int at = HEADER + i * ENTRY;
                if (depth > 0) {
                    long child = Integer.toUnsignedLong(node.getInt(at + 4)) | (node.getShort(at + 8) & 0xFFFFL) << 32;
                    read(system, system.block(child), depth);
                } else {
                    run(node, at);
                }
            }
        }

        private void run(ByteBuffer leaf, int at) throws IOException {
            int length = leaf.getShort(at + 4) & 0xFFFF;
            long start = Integer.toUnsignedLong(leaf.getInt(at + 8)) | (leaf.getShort(at + 6) & 0xFFFFL) << 32;
            // A longer run is allocated and not written, so it reads as a hole.
            if (length <= LONGEST) {
                if (runs.size() > MOST) {
                    throw new IOException("a file is in more than " + MOST + " pieces");
                }
                runs.put(Integer.toUnsignedLong(leaf.getInt(at)), new Run(start, length));
            }
        }

        @Override
        public long block(long logical) {
            Map.Entry<Long, Run> entry = runs.floorEntry(logical);
            if (entry == null) {
                return 0;
            }
            Run run = Objects.requireNonNull(entry.getValue());
            long inside = logical - entry.getKey();
            return inside < run.length() ? run.start() + inside : 0;
        }
    }

    /** Twelve blocks, and blocks of numbers of blocks, one, two and three deep. */
    record Pointers(Ext4 system, Ext4Inode inode) implements Ext4Map {
        private static final int DIRECT = 12;

        @Override
        public long block(long logical) throws IOException {
            ByteBuffer map = ByteBuffer.wrap(inode.map()).order(ByteOrder.LITTLE_ENDIAN);
            if (logical < DIRECT) {
                return Integer.toUnsignedLong(map.getInt((int) logical * 4));
            }
            long rest = logical - DIRECT;
            long each = system.blockSize() / 4;
            long covered = each;
            for (int depth = 1; depth <= 3; depth++, covered *= each) {
                if (rest < covered) {
                    return through(Integer.toUnsignedLong(map.getInt((DIRECT + depth - 1) * 4)), rest, covered, each);
                }
                rest -= covered;
            }
            return 0;
        }

        private long through(long table, long rest, long covered, long each) throws IOException {
            long at = table;
            for (long span = covered / each; at != 0 && span > 0; span /= each) {
                at = Integer.toUnsignedLong(system.cached(at).getInt((int) (rest / span % each) * 4));
            }
            return at;
        }
    }
}
