package dev.milliner.build.explain;

import dev.milliner.fuzz.ReaderFuzz;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Any log of a failed build is explained, or nothing is found in it. */
class ExplainFuzzTest extends ReaderFuzz {
    @Override
    protected List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/dev/milliner/explain"))) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(one -> one.toFile().length() < 20_000)
                    .sorted()
                    .limit(40)
                    .toList()) {
                seeds.add(Files.readAllBytes(file));
            }
        }
        return seeds;
    }

    @Override
    protected List<String> words() {
        return List.of(
                "error: ",
                "line 99999999999: ",
                "fatal error: ",
                "\n",
                "\r",
                "\u001b[31m",
                "../../outside/canary:1: ",
                "%{",
                "(",
                "make: *** ",
                "Traceback (most recent call last):\n",
                "Hunk #99999999999 FAILED at 99999999999.\n",
                " ".repeat(2000),
                "a".repeat(5000));
    }

    @Override
    protected void read(byte[] input) throws IOException {
        use(new Explainer(Optional.empty(), OptionalInt.of(1), Optional.of(folder())).explain(file("log", input)));
    }

    @Override
    protected boolean isTold(Exception failure) {
        return false;
    }

    @Override
    protected int inputs() {
        return 40;
    }
}
