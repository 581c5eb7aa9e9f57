package dev.milliner.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.milliner.MemoryFolder;
import dev.milliner.solve.SolveAnswer;
import dev.milliner.solve.SolverException;
import dev.milliner.solve.SolverMaterial;
import dev.milliner.solve.client.PackageSolver;
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
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Generated repositories and requests, answered by DNF 4 and by Milliner: refused by both, or the same packages. DNF's answers
 * to the first seeds are kept. Where DNF is installed, {@code -Dmilliner.differential=FIRST-LAST} holds other seeds against
 * it, and {@code -Dmilliner.differential.keep=FILE} writes the answers.
 */
class DnfDifferenceTest {
    private static final int SEEDS = 3000;
    private static final int ASKED_AGAIN = 50;
    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final String REFUSED = "!";

    @TempDir(factory = MemoryFolder.class)
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private PackageSolver solver;

    @BeforeEach
    void start() {
        SolverMaterial.assumeInstalled();
        solver = new PackageSolver(folder.resolve("solv"), PackageSolver.LIMIT);
    }

    @AfterEach
    void stop() {
        if (solver != null) {
            solver.close();
        }
    }

    @Test
    void keptAnswersAreMillinersToo() throws IOException {
        List<String> kept = kept();
        assertThat(kept).hasSize(SEEDS);
        assertThat(kept.stream().filter(REFUSED::equals).count())
                .as("some of both kinds")
                .isBetween(SEEDS / 5L, SEEDS * 3L / 4);
        compare(LongStream.range(0, SEEDS).toArray(), kept);
    }

    @Test
    void dnfAnswersTheSame() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/dnf")), "skipped: DNF 4 is not installed");
        String range = System.getProperty("milliner.differential", "0-" + (ASKED_AGAIN - 1));
        int dash = range.indexOf('-');
        long[] seeds = LongStream.rangeClosed(
                        Long.parseLong(range.substring(0, dash)), Long.parseLong(range.substring(dash + 1)))
                .toArray();
        List<String> answers = dnfs(seeds);
        String keep = System.getProperty("milliner.differential.keep");
        if (keep != null) {
            keep(Path.of(keep), answers);
        }
        compare(seeds, answers);
    }

    private void compare(long[] seeds, List<String> answers) throws IOException {
        List<String> differ = new ArrayList<>();
        for (int i = 0; i < seeds.length; i++) {
            Path where = folder.resolve("seed-" + seeds[i]);
            GeneratedInstallation made = GeneratedInstallation.of(seeds[i]);
            made.write(where);
            String ours = answer(made, where);
            if (!ours.replaceFirst("^! .*", REFUSED).equals(answers.get(i))) {
                differ.add("seed " + seeds[i] + " " + made.question(where) + "\nMilliner: " + ours + "\nDNF:      "
                        + answers.get(i));
            }
        }
        assertThat(differ).as("%d of %d", differ.size(), seeds.length).isEmpty();
    }

    private String answer(GeneratedInstallation made, Path where) throws IOException {
        try {
            SolveAnswer answer = solver.solve(made.request(where));
            return answer.isSolved()
                    ? String.join(" ", SolverMaterial.names(answer))
                    : REFUSED + " " + answer.problems().getFirst().message();
        } catch (SolverException failure) {
            return "failed: " + failure.getMessage();
        }
    }

    private List<String> dnfs(long[] seeds) throws IOException, InterruptedException {
        Path script = folder.resolve("dnf_answers.py");
        try (InputStream kept = resource("dnf_answers.py")) {
            Files.write(script, kept.readAllBytes());
        }
        List<String> questions = new ArrayList<>();
        for (long seed : seeds) {
            Path where = folder.resolve("seed-" + seed);
            GeneratedInstallation made = GeneratedInstallation.of(seed);
            made.write(where);
            questions.add(made.question(where));
        }
        Path asked = Files.write(folder.resolve("questions"), questions);
        Path answers = folder.resolve("answers");
        ProcessBuilder python = new ProcessBuilder(PYTHON.toString(), script.toString())
                .redirectInput(asked.toFile())
                .redirectOutput(answers.toFile())
                // Of each repository with modules and without a release package it says that it knows no platform.
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        python.environment().put("MILLINER_MEMORY", folder.toString());
        assertThat(python.start().waitFor()).isZero();
        return Files.readAllLines(answers);
    }

    private static List<String> kept() throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(resource("dnf-answers.txt.gz")), StandardCharsets.UTF_8))) {
            return lines.lines().collect(Collectors.toList());
        }
    }

    private static void keep(Path file, List<String> answers) throws IOException {
        try (BufferedWriter lines = new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
            for (String answer : answers) {
                lines.write(answer);
                lines.newLine();
            }
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(DnfDifferenceTest.class.getResourceAsStream(name));
    }
}
