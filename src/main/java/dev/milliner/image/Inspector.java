package dev.milliner.image;

import dev.milliner.ground.FileTrouble;
import dev.milliner.image.disk.DiskFile;
import dev.milliner.image.disk.ForeignDisk;
import dev.milliner.level.CodeFiles;
import dev.milliner.rpm.PackageFile;
import dev.milliner.rpm.RpmDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds out what a built image holds, without running, mounting or unpacking anything of it. Damaged and malicious
 * artifacts are refused, or listed without being followed, in bounded time and memory.
 */
public final class Inspector {
    private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    /** What an rpm package begins with. */
    private static final byte[] PACKAGE = {(byte) 0xED, (byte) 0xAB, (byte) 0xEE, (byte) 0xDB};

    private static final int TAR_MAGIC = 257;
    private static final int START = 1 << 17;

    private Inspector() {}

    /**
     * Inspects an artifact.
     *
     * @param artifact an OCI or docker archive, an archive of a root, a raw disk, a qcow2 or fixed VHD disk, other disks where the host has qemu-img, an ext4 file
     *     system, a squashfs where the host has unsquashfs, an erofs where it has fsck.erofs, an {@code rpmdb.sqlite}, an rpm package, any of them compressed, or a folder that is a root
     * @throws IOException when it cannot be read as any of them; the message names it and says why
     */
    public static Inspection inspect(Path artifact) throws IOException {
        return inspect(artifact, Optional.empty());
    }

    /**
     * The same of one of several images in an archive of containers.
     *
     * @param wanted its name, the tag of its name, its platform such as {@code linux/arm64}, or the start of its digest
     * @throws IOException when there is none or several, too
     */
    public static Inspection inspect(Path artifact, Optional<String> wanted) throws IOException {
        try {
            Inspection found = read(artifact, wanted);
            if (wanted.isPresent() && !(found.carrier() instanceof Carrier.Container)) {
                throw new IOException("it holds no containers to choose '" + wanted.get() + "' from");
            }
            return found;
        } catch (IOException | UncheckedIOException refused) {
            throw new IOException(artifact + " cannot be inspected: " + words(refused) + ".", refused);
        } catch (IndexOutOfBoundsException | ArithmeticException | IllegalArgumentException damaged) {
            throw new IOException(artifact + " cannot be inspected: it is damaged.", damaged);
        }
    }

    private static Inspection read(Path artifact, Optional<String> wanted) throws IOException {
        if (Files.isDirectory(artifact)) {
            return RootFolder.inspect(artifact);
        }
        if (!Files.isRegularFile(artifact)) {
            throw new IOException("there is no such file");
        }
        return file(artifact, wanted);
    }

    private static String words(Exception refused) {
        String words = String.valueOf(refused.getMessage()).replaceAll("\\p{Cntrl}", "?");
        return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
    }

    private static Inspection file(Path artifact, Optional<String> wanted) throws IOException {
        byte[] start;
        boolean compressed;
        try (Unpacked file = Unpacked.open(artifact)) {
            start = file.readNBytes(START);
            compressed = file.isCompressed();
        }
        if (startsWith(start, 0, SQLITE)) {
            return database(artifact);
        }
        if (startsWith(start, 0, PACKAGE)) {
            return RootResult.ofPackage(PackageFile.read(artifact), CodeFiles.ofPackage(artifact));
        }
        Optional<OlderDatabase> older = olderDatabase(start);
        if (older.isPresent()) {
            return database(artifact, older.get());
        }
        if (startsWith(start, TAR_MAGIC, new byte[] {'u', 's', 't', 'a', 'r'})) {
            return archive(artifact, wanted);
        }
        if (compressed) {
            return compressedDisk(artifact);
        }
        Optional<Inspection> disk = disk(artifact);
        if (disk.isPresent()) {
            return disk.get();
        }
        try {
            return archive(artifact, wanted);
        } catch (IOException damaged) {
            throw new IOException(
                    "it is no archive of a root or a container, no disk and no rpm database that is known", damaged);
        }
    }

    private static Optional<Inspection> disk(Path artifact) throws IOException {
        Optional<DiskFile> disk;
        try {
            disk = DiskFile.open(artifact);
        } catch (ForeignDisk foreign) {
            if (!ConvertedDisk.isPossible()) {
                throw foreign;
            }
            return Optional.of(converted(artifact, foreign));
        }
        if (disk.isEmpty()) {
            return Optional.empty();
        }
        try (DiskFile open = disk.get()) {
            return Optional.of(DiskImage.inspect(open, artifact));
        }
    }

    private static Inspection converted(Path artifact, ForeignDisk foreign) throws IOException {
        Path folder = Files.createTempDirectory("milliner-disk");
        try {
            Path raw = ConvertedDisk.of(artifact, foreign, folder);
            try (DiskFile open = DiskFile.open(raw)
                    .orElseThrow(() ->
                            new IOException(foreign.what() + " without partitions or a file system that is known"))) {
                return DiskImage.inspect(new DiskFile(foreign.format(), open.blocks()), raw);
            }
        } finally {
            TemporaryFolder.delete(folder);
        }
    }

    private static boolean startsWith(byte[] bytes, int at, byte[] magic) {
        return bytes.length >= at + magic.length && Arrays.equals(bytes, at, at + magic.length, magic, 0, magic.length);
    }

    private static Optional<OlderDatabase> olderDatabase(byte[] start) {
        if (startsWith(start, 0, new byte[] {'R', 'p', 'm', 'P'})) {
            return Optional.of(OlderDatabase.NDB);
        }
        boolean berkeley = startsWith(start, 12, new byte[] {0x61, 0x15, 0x06, 0});
        return berkeley ? Optional.of(OlderDatabase.BERKELEY) : Optional.empty();
    }

    private static Inspection database(Path artifact, OlderDatabase older) throws IOException {
        try (InputStream bytes = Unpacked.open(artifact)) {
            return RootResult.ofDatabase(older.read(bytes));
        } catch (IOException unread) {
            throw new IOException(
                    "it is an rpm database of the " + older.label() + " kind, and " + FileTrouble.words(unread)
                            + "; 'rpmdb --rebuilddb' of an rpm that knows it makes an rpmdb.sqlite of a copy",
                    unread);
        }
    }

    private static Inspection archive(Path artifact, Optional<String> wanted) throws IOException {
        Optional<LayerArchive> layers = LayerArchive.open(artifact);
        try (RootReading reading = new RootReading()) {
            if (layers.isEmpty()) {
                TarLayer.read(artifact, reading);
                if (reading.found().isEmpty()) {
                    throw new IOException("it is an archive without any file of a root or a container");
                }
                return reading.result("tar", new Carrier.Plain());
            }
            try (LayerArchive archive = layers.get()) {
                ContainerImage image = ContainerImage.of(archive, wanted);
                image.remarks().forEach(reading::remark);
                for (Path layer : image.files()) {
                    TarLayer.read(layer, reading);
                }
                return reading.result(image.format(), image.carrier());
            }
        }
    }

    /** SQLite may write beside a database, so a copy is read. */
    private static Inspection database(Path artifact) throws IOException {
        Path folder = Files.createTempDirectory("milliner-rpmdb");
        try {
            Path copy = folder.resolve("rpmdb.sqlite");
            try (InputStream file = Unpacked.open(artifact)) {
                Files.copy(file, copy);
            }
            Path log = artifact.resolveSibling(artifact.getFileName() + "-wal");
            if (Files.isRegularFile(log)) {
                Files.copy(log, folder.resolve("rpmdb.sqlite-wal"), StandardCopyOption.REPLACE_EXISTING);
            }
            return RootResult.ofDatabase(RpmDatabase.read(copy));
        } finally {
            TemporaryFolder.delete(folder);
        }
    }

    /** A disk is read here and there, so a compressed one is unpacked first, its zeros as holes. */
    private static Inspection compressedDisk(Path artifact) throws IOException {
        Path folder = Files.createTempDirectory("milliner-disk");
        try {
            Path disk = folder.resolve("disk");
            try (Unpacked file = Unpacked.openDisk(artifact)) {
                SparseCopy.of(file, disk);
            }
            try (DiskFile open = DiskFile.open(disk)
                    .orElseThrow(() -> new IOException("what is compressed in it is no image that is known"))) {
                return DiskImage.inspect(open, disk);
            }
        } finally {
            TemporaryFolder.delete(folder);
        }
    }
}
