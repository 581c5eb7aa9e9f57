package dev.milliner.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.milliner.MemoryFolder;
import dev.milliner.ground.HostTools;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Generated descriptions, read by KIWI's own classes and by Milliner: refused by both, or the same type, packages and
 * repositories. KIWI's answers to the first seeds are kept; what {@code kiwi.toml} says decides what the seeds make, so they
 * are written anew where that changes. Where KIWI is installed, {@code -Dmilliner.differential=FIRST-LAST} holds other
 * seeds against it, {@code -Dmilliner.differential.keep=FILE} writes the answers anew, and
 * {@code -Dmilliner.differential.descriptions=FOLDER} holds all descriptions of a folder against it.
 */
class KiwiDifferenceTest {
    private static final int SEEDS = 2000;
    private static final int ASKED_AGAIN = 100;

    @TempDir(factory = MemoryFolder.class)
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** A description with the question put to it. */
    private record Asked(Path file, List<String> profiles, String architecture) {
        DescriptionAnswer milliner() {
            return DescriptionAnswer.of(file, profiles, architecture);
        }

        String line() {
            return file + "\t" + String.join(",", profiles) + "\t" + architecture;
        }
    }

    @Test
    void keptAnswersAreMillinersToo() throws IOException {
        List<String> kept = kept();
        assertThat(kept).hasSize(SEEDS);
        assertThat(kept.stream().filter("refused"::equals).count())
                .as("some of both kinds")
                .isBetween(SEEDS / 4L, SEEDS * 3L / 4);
        List<String> differ = new ArrayList<>();
        for (int seed : IntStream.range(0, SEEDS).toArray()) {
            DescriptionAnswer ours = written(seed).milliner();
            if (!ours.answer().equals(kept.get(seed))) {
                differ.add("seed " + seed + "\nMilliner: " + ours + "\nKIWI: " + kept.get(seed));
            }
        }
        assertThat(differ).isEmpty();
    }

    @Test
    void kiwiAnswersTheSame() throws IOException, InterruptedException {
        String range = System.getProperty("milliner.differential", "0-" + (ASKED_AGAIN - 1));
        int dash = range.indexOf('-');
        List<Asked> asked = new ArrayList<>();
        for (long seed : LongStream.rangeClosed(
                        Long.parseLong(range.substring(0, dash)), Long.parseLong(range.substring(dash + 1)))
                .toArray()) {
            asked.add(written(seed));
        }
        List<String> answers = compare(asked);
        String keep = System.getProperty("milliner.differential.keep");
        if (keep != null) {
            keep(Path.of(keep), answers);
        }
    }

    @Test
    void kiwiAnswersTheSameOfRealDescriptions() throws IOException, InterruptedException {
        String named = System.getProperty("milliner.differential.descriptions");
        assumeTrue(named != null, "skipped: no folder of descriptions is named");
        List<Asked> asked = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of(Objects.requireNonNull(named)))) {
            files.filter(file -> file.toString().matches(".*\\.(kiwi|xml)"))
                    .sorted()
                    .forEach(file -> asked.addAll(RealQuestions.of(file).stream()
                            .map(profile -> new Asked(file, profile, "x86_64"))
                            .toList()));
        }
        List<String> answers = compare(asked);
        System.out.println(asked.size() + " selections, "
                + answers.stream().filter("refused"::equals).count() + " refused");
    }

    private List<String> compare(List<Asked> asked) throws IOException, InterruptedException {
        List<String> answers = kiwis(asked);
        List<String> differ = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            DescriptionAnswer ours = asked.get(i).milliner();
            if (!ours.answer().equals(answers.get(i))) {
                differ.add(asked.get(i).line() + "\nMilliner: " + ours + "\nKIWI: " + answers.get(i));
            }
        }
        assertThat(differ).isEmpty();
        return answers;
    }

    private Asked written(long seed) throws IOException {
        GeneratedDescription made = GeneratedDescription.of(seed);
        return new Asked(made.write(folder.resolve("seed-" + seed)), made.profiles(), made.architecture());
    }

    /** What KIWI says; skips the test where it is not installed. */
    private List<String> kiwis(List<Asked> asked) throws IOException, InterruptedException {
        Optional<Path> python = python();
        assumeTrue(python.isPresent(), "skipped: KIWI is not installed");
        Path script = folder.resolve("kiwi_answers.py");
        try (InputStream kept = resource("kiwi_answers.py")) {
            Files.write(script, kept.readAllBytes());
        }
        Path questions = Files.write(
                folder.resolve("questions"), asked.stream().map(Asked::line).toList());
        Path answers = folder.resolve("answers");
        Process process = new ProcessBuilder(python.get().toString(), script.toString())
                .redirectInput(questions.toFile())
                .redirectOutput(answers.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.waitFor()).isZero();
        return Files.readAllLines(answers);
    }

    /** The interpreter that KIWI's own script names. */
    private static Optional<Path> python() throws IOException {
        Optional<Path> kiwi = HostTools.kiwi();
        if (kiwi.isEmpty()) {
            return Optional.empty();
        }
        String first = Files.readAllLines(kiwi.get()).getFirst();
        return Optional.of(Path.of(first.replaceFirst("^#!\\s*", "").replaceFirst("\\s.*", "")))
                .filter(Files::isExecutable);
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(KiwiDifferenceTest.class.getResourceAsStream(name), name);
    }

    private static List<String> kept() throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(resource("kiwi-answers.txt.gz")), StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        }
    }

    private static void keep(Path file, List<String> answers) throws IOException {
        try (BufferedWriter packed = new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
            packed.write(String.join("\n", answers) + "\n");
        }
    }
}
