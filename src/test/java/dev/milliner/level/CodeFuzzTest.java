package dev.milliner.level;

import dev.milliner.fuzz.ReaderFuzz;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Any program, object, archive or packed module is judged, however damaged it is. */
class CodeFuzzTest extends ReaderFuzz {
    @Override
    protected List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/dev/milliner/level/probes/made"))) {
            for (Path file :
                    files.sorted().filter(one -> one.toFile().length() < 40_000).toList()) {
                seeds.add(Files.readAllBytes(file));
            }
        }
        return seeds;
    }

    @Override
    protected List<String> words() {
        return List.of(
                "!<arch>\n",
                "`\n",
                "#1/99999999",
                "//",
                ".eh_frame",
                ".note.gnu.property",
                ".text",
                "Go build",
                "\u007FELF",
                ".modinfo",
                "GNU\0");
    }

    @Override
    protected void read(byte[] input) throws IOException {
        for (String name : List.of("/usr/bin/a", "/a.ko.xz", "/a.ko.zst", "/a.ko.gz")) {
            use(CodeFiles.read(name, new ByteArrayInputStream(input)));
        }
        use(CodeFile.of(input));
    }

    @Override
    protected boolean isTold(Exception failure) {
        return false;
    }

    @Override
    protected int inputs() {
        return 200;
    }
}
