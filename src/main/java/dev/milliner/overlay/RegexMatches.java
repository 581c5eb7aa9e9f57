package dev.milliner.overlay;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.milliner.distro.Overlay;
import dev.milliner.distro.OverlayKind;
import dev.milliner.spec.Section;
import dev.milliner.spec.SectionEdits;
import dev.milliner.spec.SpecEditException;
import dev.milliner.spec.SpecRead;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The lines that an overlay's regular expression matches in the sources it finds.
 *
 * @param lines the matched lines from top to bottom, the first {@link #MOST} of them
 * @param nearest where nothing matches, the line that shares most words with the expression
 */
public record RegexMatches(List<Line> lines, Optional<Line> nearest) {
    /** More lines than this are not collected. */
    public static final int MOST = 1000;

    private static final RegexMatches NONE = new RegexMatches(List.of(), Optional.empty());
    private static final int SHORTEST_WORD = 3;

    /**
     * A line of a file.
     *
     * @param file the file's path
     * @param number from 1
     * @param text the line
     */
    public record Line(String file, int number, String text) {}

    /**
     * Looks for matches.
     *
     * @param overlay an overlay; without a regular expression nothing matches
     * @param sources the sources it finds
     * @param specName the spec's file name
     */
    public static RegexMatches of(Overlay overlay, Sources sources, String specName) {
        if (overlay.regex().isEmpty()) {
            return NONE;
        }
        List<Line> found;
        try {
            Pattern pattern = SectionEdits.compiled(overlay.regex());
            found = overlay.is(OverlayKind::changesSpec)
                    ? inSpec(pattern, overlay, sources, specName)
                    : inFiles(pattern, overlay, sources);
        } catch (SpecEditException invalid) {
            return NONE;
        }
        return new RegexMatches(
                found,
                found.isEmpty() ? nearest(overlay.regex(), candidates(overlay, sources, specName)) : Optional.empty());
    }

    private static List<Line> candidates(Overlay overlay, Sources sources, String specName) {
        if (!overlay.is(OverlayKind::changesSpec)) {
            return sources.matching(overlay.file()).stream()
                    .flatMap(
                            path -> lines(path, sources.file(path).orElseThrow().text()))
                    .toList();
        }
        return read(overlay, sources, specName)
                .map(read -> line(specName, read))
                .toList();
    }

    private static Stream<SpecRead> read(Overlay overlay, Sources sources, String specName) {
        Optional<SourceFile> file = sources.file(specName);
        if (file.isEmpty()) {
            return Stream.empty();
        }
        try {
            return file.get().spec().read().stream().filter(read -> concerns(overlay, read.section()));
        } catch (SpecEditException unreadable) {
            return Stream.empty();
        }
    }

    private static boolean concerns(Overlay overlay, Section section) {
        return (overlay.section().isEmpty() || section.name().equals(overlay.section()))
                && (overlay.packageName().isEmpty() || section.packageName().equals(overlay.packageName()));
    }

    private static Line line(String file, SpecRead read) {
        return new Line(file, read.number() + 1, read.text());
    }

    private static Stream<Line> lines(String file, String text) {
        List<String> all = text.lines().toList();
        return java.util.stream.IntStream.range(0, all.size()).mapToObj(i -> new Line(file, i + 1, all.get(i)));
    }

    private static List<Line> inSpec(Pattern pattern, Overlay overlay, Sources sources, String specName) {
        return read(overlay, sources, specName)
                .filter(read -> pattern.matcher(read.text()).find())
                .limit(MOST)
                .map(read -> line(specName, read))
                .toList();
    }

    private static List<Line> inFiles(Pattern pattern, Overlay overlay, Sources sources) {
        List<Line> found = new ArrayList<>();
        for (String path : sources.matching(overlay.file())) {
            String text = sources.file(path).orElseThrow().text();
            Matcher matcher = pattern.matcher(text);
            int line = 1;
            int at = 0;
            int last = 0;
            while (found.size() < MOST && matcher.find()) {
                for (; at < matcher.start(); at++) {
                    line += text.charAt(at) == '\n' ? 1 : 0;
                }
                if (line != last) {
                    found.add(new Line(path, line, lineAt(text, matcher.start())));
                    last = line;
                }
            }
        }
        return found;
    }

    private static String lineAt(String text, int at) {
        int start = text.lastIndexOf('\n', at - 1) + 1;
        int end = text.indexOf('\n', at);
        return text.substring(start, end < 0 ? text.length() : Math.max(start, end));
    }

    /** The line that shares most words with an expression; empty where none shares any. */
    public static Optional<Line> nearest(String regex, List<Line> candidates) {
        List<String> words = Stream.of(regex.replaceAll("\\\\[a-zA-Z]", " ").split("[^A-Za-z0-9_]+", -1))
                .filter(word -> word.length() >= SHORTEST_WORD)
                .toList();
        return candidates.stream()
                .filter(line -> score(line, words) > 0)
                .max(Comparator.comparingLong((Line line) -> score(line, words))
                        .thenComparing(Comparator.comparingInt(Line::number).reversed()));
    }

    private static long score(Line line, List<String> words) {
        return words.stream().filter(line.text()::contains).count();
    }
}
