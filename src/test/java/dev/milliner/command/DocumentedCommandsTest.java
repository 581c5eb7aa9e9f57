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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Every command line of the documents is one that Milliner takes; those that only read are run on the sample distro. */
class DocumentedCommandsTest {
    private static final Pattern LINE =
            Pattern.compile("(?m)^(?: {4}|\\$ )(?:installer/)?milliner ((?:[^ \\n]| (?! ))+)(?:  +.*)?$");

    /** Words that stand for others. */
    private static final Map<String, String> PLACEHOLDERS = Map.ofEntries(
            Map.entry("NAME", "greet"),
            Map.entry("DIR", "sample-distros/bowler"),
            Map.entry("OUT", "out"),
            Map.entry("DISK", "disk.raw"),
            Map.entry("MARKER", "login:"),
            Map.entry("TASK", "1"),
            Map.entry("MODEL", "Haswell"),
            Map.entry("PROFILE", "farm"),
            Map.entry("TARGET", "azl4"),
            Map.entry("ARCH", "x86_64"),
            Map.entry("FORMAT", "json"),
            Map.entry("LOG", "src/test/resources/dev/milliner/explain/dnf-nomatch.log"));

    /** What is only held against the usage: it builds, starts machines, asks farms or repositories, or goes on until it is ended. */
    private static final List<String> NOT_RUN = List.of("build", "boot", "koji", "image", "open", "lsp", "mcp");

    @TempDir
    Path folder;

    /**
     * A command line of a document.
     *
     * @param document the document
     * @param line what stands behind the program's name
     */
    record Documented(String document, String line) {}

    static Stream<Documented> documented() throws IOException {
        List<Documented> found = new ArrayList<>();
        for (String place : List.of("README.md", "CONTRIBUTING.md", "docs", "sample-distros")) {
            for (Path document : documents(Path.of(place))) {
                Matcher matcher = LINE.matcher(Files.readString(document));
                while (matcher.find()) {
                    found.add(new Documented(document.toString(), matcher.group(1)));
                }
            }
        }
        assertThat(found).hasSizeGreaterThan(20);
        return found.stream();
    }

    private static List<Path> documents(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(one -> one.toString().endsWith(".md")).toList();
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

    @ParameterizedTest
    @MethodSource("documented")
    void isACommandLineThatMillinerTakes(Documented documented) {
        String[] words = words(documented.line());
        CommandLine line = new CommandLine(new MillinerCommand()).setCaseInsensitiveEnumValuesAllowed(true);
        List<String> known = new ArrayList<>(List.of(words));
        if (known.contains("-C")) {
            assertThat(Path.of(known.get(known.indexOf("-C") + 1))).isDirectory();
        }
        line.parseArgs(known.toArray(String[]::new));
        boolean asks = known.contains("--rpm");
        if (!asks && !NOT_RUN.contains(words[0]) && !known.contains("trilby") && !isOfAnotherTree(documented)) {
            run(known);
        }
    }

    /** The words of these are of Azure Linux, of somebody's branch, or of Fedora's network. */
    private static boolean isOfAnotherTree(Documented documented) {
        return documented.line().contains("trilby")
                || documented.line().contains("bash")
                || documented.line().contains("drop-anthy")
                || documented.line().contains("check-skip-initial-failures");
    }

    private void run(List<String> words) {
        List<String> all = new ArrayList<>(words);
        int out = all.indexOf("out");
        if (out >= 0) {
            all.set(out, folder.resolve("out").toString());
        }
        if (!all.contains("-C")) {
            all.addAll(List.of("-C", "sample-distros/bowler"));
        }
        StringWriter err = new StringWriter();
        int status = CommandLineEntry.run(
                new PrintWriter(new StringWriter()), new PrintWriter(err), all.toArray(String[]::new));
        assertThat(status).as(all + ": " + err).isZero();
    }
}
