package dev.milliner.image.disk;

import dev.milliner.fuzz.ReaderFuzz;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Any table of partitions, any qcow2, VHD or hash tree is read, or refused. */
class DiskLayoutFuzzTest extends ReaderFuzz {
    @Override
    protected List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>(List.of(verity()));
        for (String disk : List.of("ext4.qcow2", "packed.qcow2", "ext4.vhd", "gpt", "mbr", "fat", "ext4.vmdk")) {
            seeds.add(made(disk));
        }
        return seeds;
    }

    /** A hash tree that stands right behind a block of data, and does not fit. */
    private static byte[] verity() {
        byte[] disk = new byte[4096 * 5];
        java.nio.ByteBuffer head = java.nio.ByteBuffer.wrap(disk).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        head.put(0, text("verity\0\0"));
        head.putInt(8, 1).putInt(12, 1).put(32, text("sha256")).putInt(64, 4096).putInt(68, 4096);
        head.putLong(72, 2).putShort(80, (short) 32);
        return disk;
    }

    @Override
    protected List<String> words() {
        return List.of("EFI PART", "QFI\u00FB", "conectix", "verity\0\0", "sha512", "md5", "shake128-len", "U\u00AA");
    }

    @Override
    protected void read(byte[] input) throws IOException {
        Optional<DiskFile> disk = DiskFile.open(file("disk", input));
        if (disk.isPresent()) {
            try (DiskFile open = disk.get()) {
                for (Partition partition : PartitionTable.of(open.blocks())) {
                    look(open.blocks().part(partition.start(), partition.size()));
                }
            }
        }
    }

    private static void look(Blocks part) throws IOException {
        FileSystem kind = FileSystem.of(part);
        part.read(0, new byte[1], 0, 1);
        if (part.size() > 4096) {
            part.read(part.size() - 4096, new byte[4096], 0, 4096);
        }
        Optional<VeritySuperblock> found =
                kind == FileSystem.VERITY ? VeritySuperblock.at(part, 0) : VeritySuperblock.behind(part, kind);
        if (found.isPresent()) {
            VerityTree.isOf(part, part, found.get());
            VerityTree.check(part, part, found.get());
        }
    }
}
