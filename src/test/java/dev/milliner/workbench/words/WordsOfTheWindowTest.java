package dev.milliner.workbench.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** All words of the window stand in one bundle, each of them is used, and nothing is said past it. */
class WordsOfTheWindowTest {
    private static final Path RESOURCES = Path.of("src/main/resources/dev/milliner/workbench");
    private static final Path BUNDLE = RESOURCES.resolve(Wording.FILE);
    private static final Pattern KEY = Pattern.compile("=\"%([^\"]+)\"");
    private static final Pattern LITERAL =
            Pattern.compile("\\b(text|promptText|accessibleText|title)=\"(?!%)([^\"]*\\p{L}{2}[^\"]*)\"");

    /** What is said otherwise: a class, or one of its literals, and why. */
    private static final Set<String> OTHERWISE = Set.of(
            // What goes into a report is read by who mends Milliner.
            "LogEnd: ",
            "ReportSource: ",
            "SystemLines: ",
            // Told of a translation that does not hold.
            "OwnWords: ",
            // Said on the terminal where there is no window.
            "Workbench: ",
            // The units of durations.
            "Words: %.1f s",
            // The first line of the settings' file.
            "SettingsStore: # What Milliner is to do",
            // The name under which an edited result is kept.
            "OpenFile: result of",
            // What style sheets, typefaces and layers of overlays are called.
            "Theme: -milliner-scheme: dark",
            "CodeMetrics: JetBrains Mono",
            "Deed: overlay file");

    private static final Properties TEXTS = new Properties();

    @SuppressWarnings("NullAway.Init")
    private static SpokenSource source;

    @BeforeAll
    static void read() throws IOException {
        try (Reader reader = Files.newBufferedReader(BUNDLE)) {
            TEXTS.load(reader);
        }
        source = SpokenSource.ofWorkbench();
    }

    @Test
    void eachKeyIsThere() throws IOException {
        List<String> missing = new ArrayList<>();
        for (SpokenSource.Call call : source.calls()) {
            if (call.key() == null || !TEXTS.keySet().containsAll(keys(call))) {
                missing.add(call.where() + " " + call.key());
            }
        }
        inFxml().filter(key -> !TEXTS.containsKey(key)).forEach(missing::add);
        assertThat(missing).isEmpty();
        assertThat(source.calls()).hasSizeGreaterThan(500);
    }

    @Test
    void eachKeyIsUsed() throws IOException {
        Set<Object> unused = new TreeSet<>(Comparator.comparing(String::valueOf));
        unused.addAll(TEXTS.keySet());
        source.calls().forEach(call -> keys(call).forEach(unused::remove));
        inFxml().forEach(unused::remove);
        assertThat(unused).isEmpty();
    }

    /** A number that chooses a text need not stand in it, as where it is drawn large above. */
    @Test
    void eachTextHasThePlacesThatSomethingIsPutInto() {
        List<String> wrong = new ArrayList<>();
        for (SpokenSource.Call call : source.calls()) {
            List<String> given = IntStream.range(0, call.arguments())
                    .mapToObj(number -> "{" + number + "}")
                    .toList();
            for (String key : keys(call)) {
                List<String> places = OwnWords.places(TEXTS.getProperty(key, ""));
                boolean fits =
                        places.equals(given) || (call.counted() && places.equals(given.subList(1, given.size())));
                if (!fits) {
                    wrong.add(call.where() + " " + key + " has " + places + ", given is " + given);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void fxmlSaysNothingItself() throws IOException {
        assertThat(fxml().flatMap(text -> LITERAL.matcher(text).results()).map(MatchResult::group))
                .isEmpty();
    }

    @Test
    void javaSaysNothingItself() {
        assertThat(source.unasked().stream().filter(said -> OTHERWISE.stream().noneMatch(said::startsWith)))
                .isEmpty();
        assertThat(OTHERWISE.stream()
                        .filter(exception -> source.unasked().stream().noneMatch(said -> said.startsWith(exception))))
                .as("exceptions that are none")
                .isEmpty();
    }

    @Test
    void theBundleIsSorted() throws IOException {
        List<String> keys = Files.readAllLines(BUNDLE).stream()
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();
        assertThat(keys).isSorted().doesNotHaveDuplicates().hasSize(TEXTS.size());
    }

    private static List<String> keys(SpokenSource.Call call) {
        return call.counted() ? List.of(call.key() + ".one", call.key() + ".other") : List.of(call.key() + "");
    }

    private static Stream<String> inFxml() throws IOException {
        return fxml().flatMap(text -> KEY.matcher(text).results()).map(found -> found.group(1));
    }

    private static Stream<String> fxml() throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".fxml")).toList()) {
                texts.add(Files.readString(file));
            }
        }
        assertThat(texts).hasSizeGreaterThan(20);
        return texts.stream();
    }
}
