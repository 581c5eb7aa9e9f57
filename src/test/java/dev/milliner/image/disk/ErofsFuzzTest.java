package dev.milliner.image.disk;

import dev.milliner.fuzz.ReaderFuzz;
import java.io.IOException;
import java.util.List;

/** Any erofs is walked and read, or refused. */
class ErofsFuzzTest extends ReaderFuzz {
    @Override
    protected List<byte[]> seeds() throws IOException {
        return List.of(made("erofs"));
    }

    @Override
    protected void read(byte[] input) throws IOException {
        Erofs system = new Erofs(new MemoryBlocks(input));
        long[] left = {16 << 20};
        system.walk((path, inode) -> {
            if (inode.isFile()) {
                left[0] -= system.content(inode).readNBytes((int) Math.max(0, left[0])).length;
            } else if (!inode.isFolder()) {
                system.target(inode);
            }
        });
        system.find("usr/os-release");
    }
}
