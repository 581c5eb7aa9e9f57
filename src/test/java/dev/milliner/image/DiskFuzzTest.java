package dev.milliner.image;

import dev.milliner.fuzz.ReaderFuzz;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Any disk, partitioned or not, is inspected, or refused by its name. */
class DiskFuzzTest extends ReaderFuzz {
    @Override
    protected List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (String disk : List.of("ext4", "ext2", "ext4.qcow2", "packed.qcow2", "ext4.vhd", "gpt", "mbr", "fat")) {
            seeds.add(made(disk));
        }
        return seeds;
    }

    @Override
    protected List<String> words() {
        return List.of(
                "EFI PART",
                "QFI\u00FB",
                "conectix",
                "FAT32   ",
                "XFSB",
                "hsqs",
                "verity\0\0",
                "U\u00AA",
                "SWAPSPACE2",
                "LVM2 001",
                "\0\0\0\0\0\0\0\0");
    }

    @Override
    protected void read(byte[] input) throws IOException {
        use(Inspector.inspect(file("a.raw", input)));
    }

    @Override
    protected boolean isTold(Exception failure) {
        return failure instanceof IOException
                && String.valueOf(failure.getMessage()).contains("cannot be inspected");
    }

    @Override
    protected int inputs() {
        return 60;
    }
}
