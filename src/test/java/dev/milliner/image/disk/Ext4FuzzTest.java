package dev.milliner.image.disk;

import dev.milliner.fuzz.ReaderFuzz;
import java.io.IOException;
import java.util.List;

/** Any ext file system is walked and read, or refused. */
class Ext4FuzzTest extends ReaderFuzz {
    @Override
    protected List<byte[]> seeds() throws IOException {
        return List.of(made("ext4"), made("ext2"));
    }

    @Override
    protected void read(byte[] input) throws IOException {
        Ext4 system = new Ext4(new MemoryBlocks(input));
        long[] left = {16 << 20};
        system.walk(new Ext4.Visitor() {
            @Override
            public void found(String path, Ext4Inode inode) throws IOException {
                if (inode.isFile()) {
                    left[0] -= system.content(inode).readNBytes((int) Math.max(0, left[0])).length;
                } else {
                    system.target(inode);
                }
            }

            @Override
            public void damaged(String words) {
                // Told to people.
            }
        });
        system.find("usr/lib/os-release");
    }
}
