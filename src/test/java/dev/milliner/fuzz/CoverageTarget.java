package dev.milliner.fuzz;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One reader for Jazzer, which seeks inputs by the code that they reach: {@code -Dmilliner.reader=} names the class of its
 * fuzz. As a program it writes that reader's seeds into a folder, for Jazzer to begin with.
 */
public final class CoverageTarget {
    private static final double LONGEST = 5;
    private static final ReaderFuzz READER = reader();

    private CoverageTarget() {}

    private static ReaderFuzz reader() {
        try {
            Constructor<?> made =
                    Class.forName(System.getProperty("milliner.reader")).getDeclaredConstructor();
            made.setAccessible(true);
            ReaderFuzz reader = (ReaderFuzz) made.newInstance();
            reader.around = Files.createTempDirectory("milliner-fuzz");
            return reader;
        } catch (ReflectiveOperationException | IOException unusable) {
            throw new IllegalStateException("-Dmilliner.reader must name a fuzz of a reader.", unusable);
        }
    }

    /** Called by Jazzer once. */
    public static void fuzzerInitialize() throws Exception {
        // Some readers are made ready by the making of their seeds.
        READER.allSeeds();
    }

    /** Called by Jazzer for each input. */
    public static void fuzzerTestOneInput(byte[] input) {
        Verdict verdict = Verdict.of(READER, input);
        String fault = verdict.fault(LONGEST);
        if (!fault.isEmpty()) {
            throw new AssertionError(fault, verdict.failure());
        }
    }

    /** Writes the seeds. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        List<byte[]> seeds = READER.allSeeds();
        for (int i = 0; i < seeds.size(); i++) {
            Files.write(folder.resolve("seed-" + i), seeds.get(i));
        }
    }
}
