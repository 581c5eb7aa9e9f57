package dev.milliner.search;

import dev.milliner.fuzz.ReaderFuzz;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Any index of specs that was kept is used, or made anew. */
class SpecIndexFuzzTest extends ReaderFuzz {
    private static final Path ROOT = Path.of("/distro");

    @Override
    protected List<byte[]> seeds() throws IOException {
        int[] trigrams = Trigrams.required("name");
        java.util.Arrays.sort(trigrams);
        SpecIndex index = new SpecIndex(
                List.of(new SpecIndex.Indexed("a.spec", 1, 2), new SpecIndex.Indexed("b.spec", 3, 4)),
                trigrams,
                new int[] {0, 1, 2},
                ByteBuffer.wrap(new byte[] {0, 1}));
        new SpecIndexFile(folder(), ROOT).write(index);
        try (Stream<Path> files = Files.list(folder())) {
            return List.of(Files.readAllBytes(files.findFirst().orElseThrow()));
        }
    }

    @Override
    protected void read(byte[] input) throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            Files.write(
                    files.filter(file -> file.toString().endsWith(".index"))
                            .findFirst()
                            .orElseThrow(),
                    input);
        }
        SpecIndex index = new SpecIndexFile(folder(), ROOT).read();
        use(index.candidates("name"));
        use(index.candidates("na"));
    }

    @Override
    protected boolean isTold(Exception failure) {
        return false;
    }

    @Override
    protected int inputs() {
        return 1000;
    }
}
