package dev.milliner.rpm;

import dev.milliner.fuzz.ReaderFuzz;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Any package is read with its files, or refused. */
class PackageFuzzTest extends ReaderFuzz {
    @Override
    protected List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (String packed : List.of("gz", "xz", "zst", "bz2")) {
            byte[] made = made("tiny-" + packed + ".rpm");
            seeds.add(made);
        }
        byte[] bare = PlainPayload.of(seeds.getFirst());
        seeds.add(bare);
        return seeds;
    }

    @Override
    protected List<String> words() {
        return List.of("070701", "070702", "070707", "TRAILER!!!", "FFFFFFFF", "\u00ED\u00AB\u00EE\u00DB");
    }

    @Override
    protected void read(byte[] input) throws IOException {
        Path file = file("a.rpm", input);
        IOException refused = null;
        try {
            use(PackageFile.read(file));
        } catch (IOException header) {
            refused = header;
        }
        PackagePayload.each(file, (path, content) -> content.readNBytes(1 << 20));
        use(PackagePayload.read(file, path -> true, 1 << 20));
        if (refused != null) {
            throw refused;
        }
    }
}
