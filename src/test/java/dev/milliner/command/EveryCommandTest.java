package dev.milliner.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.milliner.ground.HostTools;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What all commands have in common: help, status, streams, {@code -C}, and completion in shells. */
class EveryCommandTest {
    private static final String BOWLER = "sample-distros/bowler";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return CommandLineEntry.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    static Stream<List<String>> commands() {
        List<List<String>> all = new ArrayList<>();
        add(CommandLineEntry.line(), List.of(), all);
        return all.stream();
    }

    private static void add(CommandLine command, List<String> path, List<List<String>> all) {
        command.getSubcommands().forEach((name, below) -> {
            List<String> deeper = new ArrayList<>(path);
            deeper.add(name);
            all.add(deeper);
            add(below, deeper, all);
        });
    }

    private static String[] words(String first, List<String> rest, String... last) {
        List<String> words = new ArrayList<>();
        words.add(first);
        words.addAll(rest);
        words.addAll(List.of(last));
        words.removeIf(String::isEmpty);
        return words.toArray(String[]::new);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void saysHowItIsCalledAndRefusesWhatItDoesNotKnow(List<String> command) {
        assertThat(run(words("help", command))).isZero();
        String usage = out.toString();
        assertThat(usage).startsWith("Usage: milliner " + String.join(" ", command));
        assertThat(err.toString()).isEmpty();
        out.getBuffer().setLength(0);
        assertThat(run(words("", command, "--help"))).isZero();
        assertThat(out.toString()).isEqualTo(usage);
        out.getBuffer().setLength(0);
        assertThat(run(words("", command, "--nonsense"))).isEqualTo(CommandLineEntry.WRONG_USAGE);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("Usage: milliner " + String.join(" ", command));
        boolean isGroup = usage.startsWith("Usage: milliner " + String.join(" ", command) + " [-hV] [COMMAND]");
        assertThat(usage.contains("-C=DIR")).as("-C").isNotEqualTo(isGroup);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "help chek|Did you mean check?",
                "list hats|components",
                "deviations --format doc|markdown",
                "build image bowler-root --level v9|v1, v2, v3 or v4",
                "build image bowler-root --engine wock|local, mock, azldev",
                "rebase greet --on felt-9|It has felt-7, felt-8. Did you mean",
                "overlays greet --on felt-9|It has felt-7, felt-8",
                "completion ksh|fish",
                "boot x --level v9|v1, v2, v3 or v4",
                "koji build greet --target  --scratch|The build target is empty"
            })
    void aWrongValueIsWrongUsageAndTheChoicesAreSaid(String line, String said) throws IOException {
        Path disk = folder.resolve("x");
        Files.write(disk, new byte[1 << 20]);
        String[] words =
                (line + " -C " + BOWLER).replace(" x ", " " + disk + " ").split(" ", -1);
        assertThat(run(words)).as(err.toString()).isEqualTo(CommandLineEntry.WRONG_USAGE);
        assertThat(err.toString()).contains(said);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aFolderOfTheDistroStandsForIt() {
        assertThat(run("list", "images", "-C", BOWLER + "/comps/greet")).isZero();
        String below = out.toString();
        out.getBuffer().setLength(0);
        assertThat(run("list", "images", "-C", BOWLER)).isZero();
        assertThat(below).isEqualTo(out.toString()).contains("bowler-root");
    }

    @Test
    void whereNothingCanBeWrittenNothingIsBuilt() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(run(
                        "build",
                        "component",
                        "brim",
                        "-C",
                        BOWLER,
                        "-o",
                        file.resolve("out").toString()))
                .isEqualTo(CommandLineEntry.AT_FAULT);
        assertThat(err.toString())
                .contains(file.toString(), "move that file away", "-o")
                .doesNotContain("==>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void shellsTakeTheirScripts(String shell) throws Exception {
        assertThat(run("completion", shell)).isZero();
        assertThat(out.toString()).contains("deviations").contains("koji");
        assumeTrue(HostTools.find(shell).isPresent(), shell + " is not installed.");
        Path script = Files.writeString(folder.resolve("milliner." + shell), out.toString());
        String ask = shell.equals("fish") ? "complete -c milliner" : "complete -p milliner";
        Process process = new ProcessBuilder(shell, "-c", ". " + script + " && " + ask)
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("milliner");
    }
}
