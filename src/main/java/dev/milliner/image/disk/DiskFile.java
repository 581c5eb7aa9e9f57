package dev.milliner.image.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file that holds a disk.
 *
 * @param format {@code raw}, {@code qcow2} or {@code vhd}
 * @param blocks the disk's bytes, whatever the format
 */
public record DiskFile(String format, Blocks blocks) implements AutoCloseable {
    private static final int FOOTER = 512;
    private static final int FIXED = 2;

    /** A format that is known and not read. */
    private record Unread(String magic, String format, String words) {}

    private static final List<Unread> UNREAD = List.of(
            new Unread("vhdxfile", "vhdx", "it is a VHDX disk"),
            new Unread("<<< ", "vdi", "it is a VDI disk"),
            new Unread("QED\0", "qed", "it is a QED disk"),
            new Unread("WithoutFreeSpace", "parallels", "it is a Parallels disk"),
            new Unread("WithouFreSpacExt", "parallels", "it is a Parallels disk"),
            new Unread("KDMV", "vmdk", "it is a VMDK disk"),
            new Unread("# Disk DescriptorFile", "vmdk", "it is a VMDK disk in several files"));

    /**
     * Opens a file that holds a disk or a file system; empty where it is neither.
     *
     * @throws IOException when it is one that is not read; the message says why and what to do
     */
    public static Optional<DiskFile> open(Path path) throws IOException {
        Blocks file = new FileBlocks(path);
        try {
            Optional<DiskFile> disk = open(file);
            if (disk.isEmpty()) {
                file.close();
            }
            return disk;
        } catch (IOException refused) {
            file.close();
            throw refused;
        }
    }

    private static Optional<DiskFile> open(Blocks file) throws IOException {
        for (Unread one : UNREAD) {
            if (holds(file, 0, one.magic())) {
                throw new ForeignDisk(one.words(), one.format(), "");
            }
        }
        if (file.size() >= 4 && file.read(0, 4, ByteOrder.BIG_ENDIAN).getInt(0) == Qcow2.MAGIC) {
            return Optional.of(new DiskFile("qcow2", new Qcow2(file)));
        }
        long end = file.size() - FOOTER;
        if (holds(file, end, "conectix")) {
            return Optional.of(new DiskFile("vhd", vhd(file, end)));
        }
        boolean raw = PartitionTable.isOne(file) || FileSystem.of(file) != FileSystem.UNKNOWN;
        return raw ? Optional.of(new DiskFile("raw", file)) : Optional.empty();
    }

    /** A fixed VHD is the disk with a footer behind it. */
    private static Blocks vhd(Blocks file, long end) throws IOException {
        ByteBuffer footer = file.read(end, FOOTER, ByteOrder.BIG_ENDIAN);
        if (footer.getInt(60) != FIXED) {
            throw new ForeignDisk("it is a VHD disk that grows or is a layer", "vpc", "");
        }
        return new Blocks() {
            private final Blocks disk = file.part(0, end);

            @Override
            public long size() {
                return disk.size();
            }

            @Override
            public void read(long position, byte[] into, int start, int length) throws IOException {
                disk.read(position, into, start, length);
            }

            @Override
            public void close() throws IOException {
                file.close();
            }
        };
    }

    static boolean holds(Blocks file, long position, String magic) throws IOException {
        byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
        return position >= 0
                && file.size() - position >= wanted.length
                && java.util.Arrays.equals(
                        file.read(position, wanted.length, ByteOrder.BIG_ENDIAN).array(), wanted);
    }

    @Override
    public void close() throws IOException {
        blocks.close();
    }
}
