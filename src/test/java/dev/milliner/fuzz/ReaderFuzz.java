package dev.milliner.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.MemoryFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A reader of outside data, given inputs that are damaged at random: it answers or fails in the way that its callers tell
 * people, within bounds of time and memory, and writes nothing outside of its folder. {@code -Dmilliner.fuzz=COUNT} gives so many
 * inputs to most readers, fewer to slow ones and more to fast ones; {@code -Dmilliner.seed=N} makes other inputs.
 */
public abstract class ReaderFuzz {
    private static final long SEED = Long.getLong("milliner.seed", 1);
    private static final long COUNT = Long.getLong("milliner.fuzz", 0);
    private static final AtomicLong USED = new AtomicLong();
    private static final int USUAL = 300;
    private static final String INSIDE = "inside";
    private static final String CANARY = "outside text of the canary";
    private static final Path KEPT = Path.of("src/test/resources/dev/milliner/fuzz/kept");
    private static final @Nullable String SEEDS = System.getProperty("milliner.fuzz.seeds");

    @TempDir(factory = MemoryFolder.class)
    @SuppressWarnings("NullAway.Init")
    Path around;

    /** Sound inputs, as different as the format allows. */
    protected abstract List<byte[]> seeds() throws Exception;

    /** What means something in the format. */
    protected List<String> words() {
        return List.of();
    }

    /** Reads an input as the program does, and uses what came of it. */
    protected abstract void read(byte[] input) throws Exception;

    /** Tells whether a failure is the one that callers make words of. */
    protected boolean isTold(Exception failure) {
        return failure instanceof IOException;
    }

    /** How many inputs are read in an ordinary run, in about a third of a second. */
    protected int inputs() {
        return USUAL;
    }

    /** The reader's own folder. */
    protected final Path folder() {
        try {
            return Files.createDirectories(around.resolve(INSIDE));
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    /** An input as a file. */
    protected final Path file(String name, byte[] input) throws IOException {
        return Files.write(folder().resolve(name), input);
    }

    /** Made by the tool that usually makes such. */
    protected static byte[] made(String name) throws IOException {
        try (InputStream packed =
                        Objects.requireNonNull(ReaderFuzz.class.getResourceAsStream("seeds/" + name + ".gz"), name);
                InputStream content = new GZIPInputStream(packed)) {
            return content.readAllBytes();
        }
    }

    /** Looks at all of an answer, as whoever asked for it would. */
    protected static void use(@Nullable Object answer) {
        USED.addAndGet(Objects.hashCode(answer));
    }

    /** A text as a file has it. */
    protected static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    public final void anyInputIsAnsweredOrRefused() throws Exception {
        Path canary = Files.writeString(
                Files.createDirectories(around.resolve("outside")).resolve("canary"), CANARY);
        new FuzzRun(this, SEED).run(Math.max(inputs(), COUNT * inputs() / USUAL));
        try (Stream<Path> left = Files.walk(around)) {
            assertThat(left.filter(path -> !path.startsWith(folder()) && Files.isRegularFile(path)))
                    .containsExactly(canary);
        }
        assertThat(canary).hasContent(CANARY);
    }

    /** The sound ones, those that were not borne once, and those that a run is given. */
    final List<byte[]> allSeeds() throws Exception {
        List<byte[]> all = new ArrayList<>(seeds());
        all.addAll(seedsIn(KEPT));
        if (SEEDS != null) {
            all.addAll(seedsIn(Path.of(SEEDS)));
        }
        return all;
    }

    private List<byte[]> seedsIn(Path folder) throws IOException {
        Path own = folder.resolve(getClass().getSimpleName());
        if (!Files.isDirectory(own)) {
            return List.of();
        }
        List<byte[]> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(own)) {
            for (Path file : files.sorted().toList()) {
                all.add(Files.readAllBytes(file));
            }
        }
        return all;
    }
}
