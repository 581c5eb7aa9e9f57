package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.workbench.words.Wording;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With another bundle the window speaks otherwise, wherever it says anything of its own. */
class TranslatedWindowTest {
    /** What stands on the screen and is no word of the window, by what it is. */
    private static final Pattern DATA = Pattern.compile(String.join(
            "|",
            // Numbers, signs, icons, keys.
            "(?!.*\\p{IsLatin}{2}).*",
            "((Ctrl|Alt|Shift)\\+)*(F\\d+|.|Enter|Esc|Page Up|Page Down)",
            // Formats, levels, what git and KIWI call it.
            "HTML|JSON|TOML 1\\.0|HEAD|aarch64|x86[-_]64([-_]v\\d)?|trilby|what-happened\\.txt",
            // What the rooms below say: engines and what they lack, stages, what overlays do, reviews, fixes.
            ".*\\b(KIWI|azldev)\\b.*",
            "(Check|Prepare|Build|Make|Inspect) .*",
            "✓ .*|\\d+ files?: .*|comments and layout|[+−] .*|\\d+ (spec|file|patch)-[a-z-]+",
            "What bowler-container holds comes from .*",
            // JavaFX itself, on its tabs.
            "Close"));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void nothingIsSaidInEnglish() throws Exception {
        Path tree = UiTest.copySample(folder.resolve("tree"));
        UiTest.commit(tree);
        Files.writeString(tree.resolve("comps/greet/greet.comp.toml"), "\n# Edited\n", StandardOpenOption.APPEND);
        String data = data(tree);
        List<String> lines = shown(tree);
        assertThat(lines).as("all was shown").endsWith(TranslatedWindow.END);
        assertThat(lines).filteredOn(line -> line.contains("«")).hasSizeGreaterThan(400);
        assertThat(lines.subList(0, lines.size() - 1))
                .filteredOn(line -> !line.contains("«"))
                .filteredOn(line -> !isData(line.substring(line.indexOf('\t') + 1), data))
                .isEmpty();
    }

    private boolean isData(String text, String data) {
        return DATA.matcher(text).matches()
                || text.contains(folder.toString())
                || data.contains(text.toLowerCase(Locale.ROOT).strip());
    }

    private static String data(Path tree) throws IOException {
        StringBuilder data = new StringBuilder();
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                data.append(tree.relativize(file)).append('\n');
                if (!file.startsWith(tree.resolve(".git"))) {
                    data.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                            .append('\n');
                }
            }
        }
        return data.toString().toLowerCase(Locale.ROOT);
    }

    /** What a window of a process of its own shows, as the words are read once. */
    private List<String> shown(Path tree) throws IOException, InterruptedException {
        Path told = folder.resolve("told");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw",
                        "-Dmilliner.words=" + translation(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TranslatedWindow.class.getName(),
                        folder.resolve("state").toString(),
                        tree.toString()))
                .redirectOutput(told.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readAllLines(told);
    }

    /** Each text in other quotes and a bit longer, as translations are. */
    private Path translation() throws IOException {
        Properties words = new Properties();
        try (Reader reader =
                Files.newBufferedReader(Path.of("src/main/resources/dev/milliner/workbench", Wording.FILE))) {
            words.load(reader);
        }
        words.replaceAll((key, text) -> "«" + text + " lorem»");
        Path file = folder.resolve(Wording.FILE);
        try (Writer writer = Files.newBufferedWriter(file)) {
            words.store(writer, null);
        }
        return file;
    }
}
