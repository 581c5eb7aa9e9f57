package dev.milliner.image;

import dev.milliner.image.disk.Blocks;
import dev.milliner.image.disk.DiskFile;
import dev.milliner.image.disk.Ext4;
import dev.milliner.image.disk.Ext4Inode;
import dev.milliner.image.disk.FileSystem;
import dev.milliner.image.disk.Partition;
import dev.milliner.image.disk.PartitionTable;
import dev.milliner.rpm.RpmDatabase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The root on a disk: the ext4 file system that looks like one, with those its fstab mounts below it. */
final class DiskImage {
    private final DiskFile disk;
    private final RootReading reading;
    private final List<Volume> volumes = new ArrayList<>();

    /** A partition with a file system that can be read. */
    private record Volume(Partition partition, Ext4 system) {}

    private DiskImage(DiskFile disk, RootReading reading) {
        this.disk = disk;
        this.reading = reading;
    }

    static Inspection inspect(DiskFile disk) throws IOException {
        try (RootReading reading = new RootReading()) {
            DiskImage image = new DiskImage(disk, reading);
            image.open();
            image.read();
            return reading.result(disk.format().equals("raw") ? "disk" : disk.format());
        }
    }

    private void open() throws IOException {
        List<String> others = new ArrayList<>();
        for (Partition partition : PartitionTable.of(disk.blocks())) {
            Blocks part = disk.blocks().part(partition.start(), partition.size());
            FileSystem kind = FileSystem.of(part);
            if (kind == FileSystem.EXT) {
                volumes.add(new Volume(partition, new Ext4(part)));
            } else {
                others.add("partition " + partition.number() + " holds " + kind.label());
            }
        }
        if (volumes.isEmpty()) {
            throw new IOException("it has no ext4 file system, the only kind that is read"
                    + (others.isEmpty() ? "" : ": " + String.join(", ", others))
                    + "; inspect a folder that its root is mounted or copied to");
        }
        others.forEach(other -> reading.remark("Not read: " + other + "."));
    }

    private void read() throws IOException {
        Volume root = root();
        walk(root, "");
        for (Volume other : volumes) {
            if (!other.equals(root)) {
                Optional<String> place = mountPlace(other);
                if (place.isPresent()) {
                    walk(other, place.get() + "/");
                } else {
                    reading.remark("Not read: partition " + other.partition().number()
                            + " holds an ext4 file system that /etc/fstab does not name by UUID, label or PARTUUID.");
                }
            }
        }
    }

    private Volume root() throws IOException {
        List<String> marks = Stream.concat(RpmDatabase.PLACES.stream(), RootReading.OS_RELEASE.stream())
                .toList();
        for (String mark : marks) {
            for (Volume volume : volumes) {
                if (volume.system().find(mark).isPresent()) {
                    return volume;
                }
            }
        }
        return volumes.getFirst();
    }

    private Optional<String> mountPlace(Volume volume) {
        List<String> names = List.of(
                "UUID=" + volume.system().id(),
                "LABEL=" + volume.system().label(),
                "PARTUUID=" + volume.partition().id());
        return reading.text("etc/fstab")
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(words -> words.length >= 2 && names.contains(words[0].replace("\"", "")))
                .flatMap(words -> RootPath.of(words[1]).stream())
                .filter(place -> !place.isEmpty())
                .findFirst();
    }

    private void walk(Volume volume, String prefix) throws IOException {
        Ext4 system = volume.system();
        if (system.isUnclean()) {
            reading.remark("The file system of partition " + volume.partition().number()
                    + " was not closed properly; what stands only in its journal is not seen.");
        }
        Map<Long, String> shared = new HashMap<>();
        system.walk(new Ext4.Visitor() {
            @Override
            public void found(String path, Ext4Inode inode) throws IOException {
                String known = inode.isFile() && inode.links() > 1 ? shared.putIfAbsent(inode.number(), path) : null;
                reading.entry(
                        entry(system, prefix + path, inode, known == null ? null : prefix + known),
                        () -> system.content(inode));
            }

            @Override
            public void damaged(String words) {
                reading.remark(words);
            }
        });
    }

    private static RootEntry entry(
            Ext4 system, String path, Ext4Inode inode, @org.jspecify.annotations.Nullable String known)
            throws IOException {
        FileKind kind = known == null ? FileKind.of(inode.mode()) : FileKind.HARD_LINK;
        String target = known != null ? known : kind == FileKind.LINK ? system.target(inode) : "";
        return new RootEntry(
                path,
                kind,
                inode.size(),
                inode.mode(),
                String.valueOf(inode.user()),
                String.valueOf(inode.group()),
                target);
    }
}
