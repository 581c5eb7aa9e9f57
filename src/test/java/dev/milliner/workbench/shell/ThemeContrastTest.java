package dev.milliner.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text can be read on every ground that it stands on, in all schemes: WCAG's AA, and AAA in those of high contrast. */
class ThemeContrastTest {
    private static final Pattern COLOUR = Pattern.compile("-m-([a-z0-9-]+):\\s*(#[0-9a-fA-F]{6}|rgba\\([^)]*\\));");

    private static final List<String> GROUNDS = List.of("background", "panel", "raised");
    private static final List<String> ROWS = List.of("hover", "current-line");
    private static final List<String> REMARKS = List.of("accent-ground", "warning-ground", "error-ground");
    private static final List<String> DIFFERENCES = List.of("added", "removed");

    static Stream<Theme> schemes() {
        return Theme.builtIn().stream();
    }

    private static Map<String, Color> colours(Theme theme) throws IOException {
        Map<String, Color> colours = new TreeMap<>();
        Matcher named = COLOUR.matcher(Files.readString(Path.of(URI.create(theme.stylesheet()))));
        while (named.find()) {
            colours.put(named.group(1), Color.web(named.group(2)));
        }
        return colours;
    }

    /** By each text the grounds that it stands on. */
    private static Map<String, List<String>> pairs() {
        Map<String, List<String>> pairs = new TreeMap<>();
        List<String> tiles = IntStream.range(0, 8).mapToObj(i -> "tile-" + i).toList();
        pairs.put(
                "text",
                joined(
                        GROUNDS,
                        ROWS,
                        REMARKS,
                        DIFFERENCES,
                        tiles,
                        List.of("selection", "match", "added-word", "removed-word")));
        pairs.put("text-second", joined(GROUNDS, ROWS, REMARKS, DIFFERENCES));
        pairs.put("text-faint", GROUNDS);
        pairs.put("accent", joined(GROUNDS, List.of("accent-ground", "hover")));
        pairs.put("accent-text", List.of("accent"));
        pairs.put("good", GROUNDS);
        pairs.put("warning", joined(GROUNDS, List.of("warning-ground")));
        pairs.put("error", joined(GROUNDS, List.of("error-ground")));
        pairs.put("level-text", List.of("level-ground"));
        for (String token : List.of("key", "table", "string", "number", "comment", "macro")) {
            pairs.put(token, List.of("background", "current-line"));
        }
        pairs.put(
                "overlay-text",
                IntStream.range(0, 5).mapToObj(i -> "overlay-" + i).toList());
        return pairs;
    }

    @SafeVarargs
    private static List<String> joined(List<String>... lists) {
        return Stream.of(lists).flatMap(List::stream).toList();
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void everyTextCanBeRead(Theme theme) throws IOException {
        Map<String, Color> colours = colours(theme);
        double least = theme.name().startsWith("high-contrast") ? 7 : 4.5;
        List<String> unreadable = new ArrayList<>();
        pairs().forEach((text, grounds) -> grounds.forEach(ground -> {
            double contrast = contrast(named(colours, text), named(colours, ground));
            if (contrast < least) {
                unreadable.add("%s on %s: %.2f".formatted(text, ground, contrast));
            }
        }));
        assertThat(unreadable).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void everySchemeNamesTheSameColours(Theme theme) throws IOException {
        assertThat(colours(theme).keySet())
                .isEqualTo(colours(Theme.darkScheme()).keySet())
                .containsAll(pairs().keySet());
        assertThat(Files.readString(Path.of(URI.create(theme.stylesheet()))))
                .contains("-milliner-scheme: " + (theme.dark() ? "dark" : "light"));
    }

    private static Color named(Map<String, Color> colours, String name) {
        return Objects.requireNonNull(colours.get(name), name);
    }

    private static double contrast(Color one, Color other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    /** As WCAG 2 defines it. */
    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
