package dev.milliner.image;

import dev.milliner.image.disk.Ext4;
import dev.milliner.image.disk.Ext4Inode;
import dev.milliner.image.disk.Partition;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file system of ext2, ext3 or ext4. */
record Ext4Volume(Partition partition, Ext4 system) implements RootVolume {
    @Override
    public int number() {
        return partition.number();
    }

    @Override
    public String kind() {
        return "ext4";
    }

    @Override
    public boolean isWritable() {
        return true;
    }

    @Override
    public boolean has(String path) throws IOException {
        return system.find(path).isPresent();
    }

    @Override
    public List<String> names() {
        return List.of("UUID=" + system.id(), "LABEL=" + system.label(), "PARTUUID=" + partition.id());
    }

    @Override
    public void read(String prefix, RootReading reading) throws IOException {
        if (system.isUnclean()) {
            reading.remark("The file system of partition " + number()
                    + " was not closed properly; what stands only in its journal is not seen.");
        }
        Map<Long, String> shared = new HashMap<>();
        system.walk(new Ext4.Visitor() {
            @Override
            public void found(String path, Ext4Inode inode) throws IOException {
                String known = inode.isFile() && inode.links() > 1 ? shared.putIfAbsent(inode.number(), path) : null;
                reading.entry(
                        entry(prefix + path, inode, known == null ? null : prefix + known),
                        () -> system.content(inode));
            }

            @Override
            public void damaged(String words) {
                reading.remark(words);
            }
        });
    }

    private RootEntry entry(String path, Ext4Inode inode, @Nullable String known) throws IOException {
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
