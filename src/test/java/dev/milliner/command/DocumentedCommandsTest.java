package dev.milliner.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.ResetCommand.ResetType;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.MissingParameterException;

/**
 * Every command of the documents is one that its program takes, and each that stands in a block is run as it stands
 * there, on a copy of the samples; what cannot be run is marked with why.
 */
class DocumentedCommandsTest {
    /** Words that stand for others. */
    private static final Map<String, String> PLACEHOLDERS = Map.ofEntries(
            Map.entry("NAME", "greet"),
            Map.entry("DIR", "sample-distros/bowler"),
            Map.entry("DISK", "disk.raw"),
            Map.entry("MARKER", "login:"),
            Map.entry("TASK", "1"),
            Map.entry("MODEL", "Haswell"),
            Map.entry("PROFILE", "farm"),
            Map.entry("TARGET", "azl4"),
            Map.entry("ARCH", "x86_64"),
            Map.entry("FORMAT", "json"),
            Map.entry("BRANCH", "draft"),
            Map.entry("VERSION", "felt-8"),
            Map.entry("REF", "HEAD"),
            Map.entry("LOG", "src/test/resources/dev/milliner/explain/dnf-nomatch.log"));

    /** What names a folder for results. */
    private static final String RESULTS = "OUT";

    @TempDir
    private static Path folder;

    @TempDir
    private Path results;

    static List<DocumentedLine> lines() throws IOException {
        List<DocumentedLine> all = DocumentedLine.all();
        assertThat(all).hasSizeGreaterThan(60);
        return all;
    }

    /** The samples in a repository with a branch. */
    @BeforeAll
    static void copy() throws IOException, GitAPIException {
        Path samples = Path.of("sample-distros");
        try (Stream<Path> files = Files.walk(samples)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file));
            }
        }
        try (Git git = Git.init()
                .setDirectory(folder.toFile())
                .setInitialBranch("main")
                .call()) {
            git.add().addFilepattern(".").call();
            git.commit().setMessage("Add the samples").setSign(false).call();
            git.branchCreate().setName("draft").call();
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void isRunAsItStandsOrMarked(DocumentedLine line) throws IOException, GitAPIException {
        if (line.ofMilliner().isEmpty()) {
            assertThat(!line.block() || line.mark().isPresent())
                    .as("not run here, and not marked with why: " + line)
                    .isTrue();
            return;
        }
        String[] words = words(line.ofMilliner().get());
        try {
            CommandLineEntry.line().parseArgs(words);
        } catch (MissingParameterException incomplete) {
            // In the text a command may be spoken of by its name.
            assertThat(line.block()).as(incomplete.getMessage()).isFalse();
        }
        if (line.block() && line.mark().isEmpty()) {
            try {
                run(new ArrayList<>(List.of(words)));
            } finally {
                takeBack();
            }
        }
    }

    @Test
    void aMarkStandsAboveCommandsAndNamesWhatIsThere() throws IOException {
        List<String> used = lines().stream()
                .flatMap(line -> line.mark().stream())
                .distinct()
                .toList();
        for (Path document : DocumentedLine.documents()) {
            for (String line : Files.readAllLines(document)) {
                Matcher mark = DocumentedLine.MARK.matcher(line);
                assertThat(mark.matches()).as(document + ": " + line).isEqualTo(line.startsWith("<!-- "));
                if (mark.matches()) {
                    assertThat(used).contains(line);
                    assertThat(mark.group(1) == null || isThere(mark.group(1)))
                            .as(line)
                            .isTrue();
                }
            }
        }
    }

    private static boolean isThere(String runner) throws IOException {
        try (Stream<Path> tests = Files.walk(Path.of("src/test/java"))) {
            return Files.exists(Path.of(runner)) || tests.anyMatch(test -> test.endsWith(runner + ".java"));
        }
    }

    /** The words of a line: what may be left out is there, of several ways the first is taken. */
    private static String[] words(String line) {
        String plain = line.replaceAll(" #.*", "")
                .replace("[the same]", "")
                .replaceAll("\\[?\\b(?:TASK\\|BUILD)\\]?", "TASK")
                .replaceAll(" \\| [^\\]]*(?=\\])", "")
                .replaceAll("(?<=\\w)\\|[a-z|]+", "")
                .replaceAll("[\\[\\]]|\\.\\.\\.|…", "")
                .replaceAll("git\\+https://HOST/PATH#COMMIT", "git+https://host.invalid/path#main");
        List<String> words = new ArrayList<>();
        Matcher matcher = Pattern.compile("'([^']*)'|(\\S+)").matcher(plain);
        while (matcher.find()) {
            String word = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            words.add(PLACEHOLDERS.getOrDefault(word, word));
        }
        return CommandLineEntry.commandFirst(words.toArray(String[]::new));
    }

    private static void takeBack() throws IOException, GitAPIException {
        try (Git git = Git.open(folder.toFile())) {
            git.reset().setMode(ResetType.HARD).call();
            git.clean().setForce(true).setCleanDirectories(true).call();
        }
    }

    private void run(List<String> words) {
        words.replaceAll(word -> word.equals(RESULTS) ? results.resolve("out").toString() : word);
        int tree = words.indexOf("-C");
        if (tree < 0) {
            words.addAll(List.of("-C", "sample-distros/bowler"));
            tree = words.size() - 2;
        }
        words.set(tree + 1, folder.resolve(words.get(tree + 1)).toString());
        StringWriter err = new StringWriter();
        int status = CommandLineEntry.run(
                new PrintWriter(new StringWriter()), new PrintWriter(err), words.toArray(String[]::new));
        assertThat(status).as(words + ": " + err).isZero();
    }
}
