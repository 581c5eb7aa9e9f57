package dev.milliner.image;

import dev.milliner.image.disk.Blocks;
import dev.milliner.image.disk.DiskFile;
import dev.milliner.image.disk.Erofs;
import dev.milliner.image.disk.Ext4;
import dev.milliner.image.disk.FileSystem;
import dev.milliner.image.disk.Partition;
import dev.milliner.image.disk.PartitionTable;
import dev.milliner.rpm.RpmDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The root on a disk: the file system that looks like one, with those its fstab mounts below it. */
final class DiskImage implements AutoCloseable {
    private static final Pattern KERNEL = Pattern.compile("boot/(vmlinu[xz]|bzImage|Image|zImage).*");
    private static final List<String> KERNEL_NAMES = List.of("vmlinuz", "extlinux", "grub2", "grub", "loader");

    private final DiskFile disk;
    private final Path file;
    private final RootReading reading;
    private final List<RootVolume> readable = new ArrayList<>();
    private final List<Volume> volumes = new ArrayList<>();
    private final Map<Integer, Blocks> parts = new HashMap<>();
    private final DiskVerity verity = new DiskVerity();
    private final List<String> refused = new ArrayList<>();
    private @Nullable Path copies;

    private DiskImage(DiskFile disk, Path file, RootReading reading) {
        this.disk = disk;
        this.file = file;
        this.reading = reading;
    }

    /**
     * Inspects.
     *
     * @param file what the disk lies in
     */
    static Inspection inspect(DiskFile disk, Path file) throws IOException {
        try (RootReading reading = new RootReading();
                DiskImage image = new DiskImage(disk, file, reading)) {
            image.open();
            image.read();
            image.verify();
            image.volumes.sort(Comparator.comparingInt(Volume::number));
            return reading.result(
                    disk.format().equals("raw") ? "disk" : disk.format(), new Carrier.Disk(image.volumes));
        }
    }

    private void open() throws IOException {
        for (Partition partition : PartitionTable.of(disk.blocks())) {
            Blocks part = disk.blocks().part(partition.start(), partition.size());
            FileSystem kind = FileSystem.of(part);
            parts.put(partition.number(), part);
            switch (kind) {
                case EXT -> ext(partition, part);
                case SQUASHFS -> squash(partition, part);
                case EROFS -> erofs(partition, part);
                case VERITY -> hashTree(partition, part, kind);
                default -> refuse(partition, kind, kind.advice());
            }
        }
        if (readable.isEmpty()) {
            volumes.stream()
                    .filter(Volume::read)
                    .forEach(tree -> refused.add("partition " + tree.number() + " holds " + tree.kind()));
            throw new IOException("it has no file system that is read"
                    + (refused.isEmpty() ? "" : ": " + String.join("; ", refused))
                    + "; inspect a folder that its root is mounted or copied to");
        }
        refused.forEach(other -> reading.remark("Not read: " + other + ". What is on it cannot be said."));
    }

    /** It holds no files, so none of it is left unread. */
    private void hashTree(Partition partition, Blocks part, FileSystem kind) {
        verity.add(part);
        volumes.add(new Volume(partition.number(), kind.label(), "", true, false));
    }

    /** One that has features which are not read is like one of another kind; its files cannot be said. */
    private void ext(Partition partition, Blocks part) throws IOException {
        try {
            readable.add(new Ext4Volume(partition, new Ext4(part)));
        } catch (IOException unread) {
            if (PartitionTable.of(disk.blocks()).size() == 1) {
                throw unread;
            }
            refuse(partition, FileSystem.EXT, String.valueOf(unread.getMessage()));
        }
    }

    private void squash(Partition partition, Blocks part) throws IOException {
        if (!SquashVolume.isReadable()) {
            refuse(
                    partition,
                    FileSystem.SQUASHFS,
                    "which unsquashfs reads, and it, unshare or prlimit is missing; install squashfs-tools and util-linux");
            return;
        }
        readable.add(
                isPlain()
                        ? new SquashVolume(partition.number(), file, partition.start())
                        : new SquashVolume(partition.number(), copied(partition, part), 0));
    }

    private void erofs(Partition partition, Blocks part) throws IOException {
        if (!PackedFiles.isReadable()) {
            refuse(
                    partition,
                    FileSystem.EROFS,
                    "which fsck.erofs unpacks, and it, unshare or prlimit is missing; install erofs-utils");
            return;
        }
        try {
            readable.add(new ErofsVolume(
                    partition,
                    new Erofs(part),
                    () -> partition.start() == 0 && isPlain() ? file : copied(partition, part)));
        } catch (IOException unread) {
            refuse(partition, FileSystem.EROFS, String.valueOf(unread.getMessage()));
        }
    }

    private boolean isPlain() {
        return disk.format().equals("raw") || disk.format().equals("vhd");
    }

    /** What lies in clusters is laid out as unsquashfs wants it. */
    private Path copied(Partition partition, Blocks part) throws IOException {
        Path folder = copies == null ? Files.createTempDirectory("milliner-volume") : copies;
        copies = folder;
        Path copy = folder.resolve(String.valueOf(partition.number()));
        try (InputStream stream = new BlockStream(part)) {
            SparseCopy.of(stream, copy);
        }
        return copy;
    }

    private void refuse(Partition partition, FileSystem kind, String why) {
        volumes.add(new Volume(partition.number(), kind.label(), "", false, kind.isWritable()));
        refused.add("partition " + partition.number() + " holds " + kind.label() + (why.isEmpty() ? "" : ", " + why));
    }

    private void read() throws IOException {
        RootVolume root = root();
        read(root, "/");
        for (RootVolume other : readable) {
            if (!other.equals(root)) {
                Optional<String> place = mountPlace(other);
                if (place.isPresent()) {
                    read(other, "/" + place.get());
                } else if (isBoot(other)) {
                    reading.remark(
                            "Partition " + other.number()
                                    + " is named by no line of /etc/fstab; as it holds what starts the machine, it is taken for /boot.");
                    read(other, "/boot");
                } else {
                    volumes.add(new Volume(other.number(), other.kind(), "", false, other.isWritable()));
                    reading.remark("Not read: partition " + other.number() + " holds " + kindWithArticle(other)
                            + " file system that /etc/fstab does not name by UUID, label or PARTUUID.");
                }
            }
        }
    }

    /** Each partition that is mounted is held against its hash tree, where it has one. */
    private void verify() {
        volumes.replaceAll(
                volume -> volume.place().isEmpty() ? volume : volume.held(verity(volume.number(), volume.place())));
    }

    private VolumeVerity verity(int partition, String place) {
        return verity.of(Objects.requireNonNull(parts.get(partition)), place, reading.texts());
    }

    private static String kindWithArticle(RootVolume volume) {
        return (volume.kind().startsWith("e") ? "an " : "a ") + volume.kind();
    }

    private void read(RootVolume volume, String place) throws IOException {
        try {
            volume.read(place.equals("/") ? "" : place.substring(1) + "/", reading);
        } catch (IOException damaged) {
            throw verity(volume.number(), place) instanceof VolumeVerity.Differs differs
                    ? new IOException(
                            damaged.getMessage() + " (partition " + volume.number() + ": " + differs.words() + ")",
                            damaged)
                    : damaged;
        }
        volumes.add(new Volume(volume.number(), volume.kind(), place, true, volume.isWritable()));
    }

    private RootVolume root() throws IOException {
        List<String> marks = Stream.concat(RpmDatabase.PLACES.stream(), RootReading.OS_RELEASE.stream())
                .toList();
        for (String mark : marks) {
            for (RootVolume volume : readable) {
                if (volume.has(mark)) {
                    return volume;
                }
            }
        }
        return readable.getFirst();
    }

    /** A loader and a kernel at its top, and none below the root's own /boot. */
    private boolean isBoot(RootVolume volume) throws IOException {
        boolean own = reading.found().keySet().stream()
                .anyMatch(path -> KERNEL.matcher(path).matches());
        for (String name : KERNEL_NAMES) {
            if (!own && volume.has(name)) {
                return true;
            }
        }
        return false;
    }

    private Optional<String> mountPlace(RootVolume volume) {
        List<String> names = volume.names();
        return reading.text("etc/fstab")
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(words -> words.length >= 2 && names.contains(words[0].replace("\"", "")))
                .flatMap(words -> RootPath.of(words[1]).stream())
                .filter(place -> !place.isEmpty())
                .findFirst();
    }

    @Override
    public void close() throws IOException {
        if (copies != null) {
            TemporaryFolder.delete(copies);
        }
    }
}
