package dev.milliner.image.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The partitions of a disk, from a GPT or an MBR with its chain of logical ones. */
public final class PartitionTable {
    private static final int SECTOR = 512;
    private static final int MBR_ENTRIES = 446;
    private static final int MBR_ENTRY = 16;
    private static final int PROTECTIVE = 0xEE;
    private static final Set<Integer> EXTENDED = Set.of(0x05, 0x0F, 0x85);

    /** More than any tool makes. */
    private static final int MOST = 256;

    private PartitionTable() {}

    static boolean isOne(Blocks disk) throws IOException {
        return isMbr(disk) || gptSector(disk) > 0;
    }

    /** A FAT file system has the same mark, but no sane entries. */
    private static boolean isMbr(Blocks disk) throws IOException {
        if (disk.size() < SECTOR) {
            return false;
        }
        ByteBuffer sector = disk.read(0, SECTOR, ByteOrder.LITTLE_ENDIAN);
        if ((sector.getShort(510) & 0xFFFF) != 0xAA55) {
            return false;
        }
        boolean some = false;
        for (int i = 0; i < 4; i++) {
            int status = sector.get(MBR_ENTRIES + i * MBR_ENTRY) & 0x7F;
            if (status != 0) {
                return false;
            }
            some |= sector.get(MBR_ENTRIES + i * MBR_ENTRY + 4) != 0;
        }
        return some;
    }

    private static int gptSector(Blocks disk) throws IOException {
        for (int sector : new int[] {512, 4096}) {
            if (DiskFile.holds(disk, sector, "EFI PART")) {
                return sector;
            }
        }
        return 0;
    }

    /**
     * The partitions, in the table's order; one that is the whole disk where there is no table.
     *
     * @throws IOException when the table is damaged
     */
    public static List<Partition> of(Blocks disk) throws IOException {
        int sector = gptSector(disk);
        List<Partition> found = new ArrayList<>();
        if (sector > 0) {
            gpt(disk, sector, found);
        } else if (isMbr(disk)) {
            mbr(disk, found);
        } else {
            found.add(new Partition(1, 0, disk.size(), ""));
        }
        return found;
    }

    private static void gpt(Blocks disk, int sector, List<Partition> found) throws IOException {
        ByteBuffer header = disk.read(sector, SECTOR, ByteOrder.LITTLE_ENDIAN);
        long table = header.getLong(72);
        int count = header.getInt(80);
        int length = header.getInt(84);
        if (table < 0
                || table > disk.size() / sector
                || count < 0
                || count > 4 * MOST
                || length < 128
                || length > 4096) {
            throw new IOException("its GPT is damaged");
        }
        for (int i = 0; i < count; i++) {
            ByteBuffer entry = disk.read(table * sector + (long) i * length, 128, ByteOrder.LITTLE_ENDIAN);
            boolean used = entry.getLong(0) != 0 || entry.getLong(8) != 0;
            if (used) {
                long first = entry.getLong(32);
                add(disk, i + 1, first, entry.getLong(40) - first + 1, sector, id(entry), found);
            }
        }
    }

    /** The first three fields are little-endian, the rest big-endian. */
    private static String id(ByteBuffer entry) {
        long high =
                ((long) entry.getInt(16) << 32) | (entry.getShort(20) & 0xFFFFL) << 16 | (entry.getShort(22) & 0xFFFFL);
        return new UUID(high, Long.reverseBytes(entry.getLong(24))).toString();
    }

    private static void mbr(Blocks disk, List<Partition> found) throws IOException {
        ByteBuffer table = disk.read(0, SECTOR, ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 4; i++) {
            int type = type(table, i);
            if (EXTENDED.contains(type)) {
                logical(disk, start(table, i), found);
            } else if (type != 0 && type != PROTECTIVE) {
                add(disk, i + 1, start(table, i), count(table, i), SECTOR, "", found);
            }
        }
    }

    /** Each table of the chain has one partition and the next table; only what leads onwards is followed. */
    private static void logical(Blocks disk, long base, List<Partition> found) throws IOException {
        int number = 5;
        long last = -1;
        for (long at = base; at > last && found.size() < MOST; number++) {
            ByteBuffer table = disk.read(at * SECTOR, SECTOR, ByteOrder.LITTLE_ENDIAN);
            if (type(table, 0) != 0) {
                add(disk, number, at + start(table, 0), count(table, 0), SECTOR, "", found);
            }
            last = at;
            at = EXTENDED.contains(type(table, 1)) ? base + start(table, 1) : -1;
        }
    }

    private static int type(ByteBuffer table, int index) {
        return table.get(MBR_ENTRIES + index * MBR_ENTRY + 4) & 0xFF;
    }

    private static long start(ByteBuffer table, int index) {
        return Integer.toUnsignedLong(table.getInt(MBR_ENTRIES + index * MBR_ENTRY + 8));
    }

    private static long count(ByteBuffer table, int index) {
        return Integer.toUnsignedLong(table.getInt(MBR_ENTRIES + index * MBR_ENTRY + 12));
    }

    /** A partition that reaches beyond the disk's end is cut there; one that begins there is none. */
    private static void add(
            Blocks disk, int number, long first, long count, int sector, String id, List<Partition> found) {
        long most = disk.size() / sector;
        if (first > 0 && first < most && count > 0 && found.size() < MOST) {
            found.add(new Partition(number, first * sector, Math.min(count, most - first) * sector, id));
        }
    }
}
