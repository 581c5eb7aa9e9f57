package dev.milliner.build.boot;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/** A disk with an MBR that names one partition. */
final class OnePartition {
    /** Where the partition begins, in bytes. */
    static final int START = 1 << 20;

    private static final int SECTOR = 512;
    private static final byte LINUX = (byte) 0x83;

    private OnePartition() {}

    /** Names what stands in a file from {@link #START} on, and makes the file end with a whole MiB. */
    static void name(Path disk) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(disk.toFile(), "rw")) {
            long length = (file.length() + START - 1) / START * START;
            file.setLength(length);
            ByteBuffer entry = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
            entry.put(4, LINUX).putInt(8, START / SECTOR).putInt(12, (int) ((length - START) / SECTOR));
            file.seek(446);
            file.write(entry.array());
            file.seek(510);
            file.write(new byte[] {0x55, (byte) 0xAA});
        }
    }
}
