package dev.milliner.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A raw disk with a partition table. Its ext4 file systems are read by debugfs, which needs no privilege. */
final class DiskImage {
    static final int SECTOR = 512;

    private static final int TABLE = 446;
    private static final int ENTRY = 16;
    private static final int LINUX = 0x83;

    private DiskImage() {}

    /** Tells whether these are the first bytes of a disk. */
    static boolean isDisk(byte[] sector) {
        return sector.length == SECTOR && sector[510] == 0x55 && sector[511] == (byte) 0xAA;
    }

    static Inspection inspect(Path disk) throws IOException {
        List<Long> starts = partitions(disk);
        for (long start : starts) {
            Path folder = Files.createTempDirectory("milliner-disk");
            try {
                unpack(disk, start, folder);
                Inspection inspection = Inspector.folder(folder, "disk");
                if (!inspection.packages().isEmpty()) {
                    return inspection;
                }
            } finally {
                TemporaryFolder.delete(folder);
            }
        }
        throw new IOException(disk + " has no ext4 partition that holds an rpm database.");
    }

    /** Where the Linux partitions start, in bytes. */
    private static List<Long> partitions(Path disk) throws IOException {
        byte[] sector;
        try (var file = Files.newInputStream(disk)) {
            sector = file.readNBytes(SECTOR);
        }
        ByteBuffer table = ByteBuffer.wrap(sector).order(ByteOrder.LITTLE_ENDIAN);
        List<Long> starts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int at = TABLE + i * ENTRY;
            if ((table.get(at + 4) & 0xFF) == LINUX) {
                starts.add(Integer.toUnsignedLong(table.getInt(at + 8)) * SECTOR);
            }
        }
        return starts;
    }

    private static void unpack(Path disk, long start, Path folder) throws IOException {
        String device = String.format(Locale.ROOT, "%s?offset=%d", disk.toAbsolutePath(), start);
        Process process;
        try {
            process = new ProcessBuilder("debugfs", "-R", "rdump / " + folder, device)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException missing) {
            throw new IOException("debugfs reads disks, and it is not here; install e2fsprogs.", missing);
        }
        try {
            process.waitFor();
        } catch (InterruptedException stopped) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("The inspection was stopped.", stopped);
        }
    }
}
