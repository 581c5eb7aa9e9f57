package dev.milliner.language;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.milliner.distro.GoRegex;
import dev.milliner.distro.OverlayKind;
import dev.milliner.source.SourceTree;
import dev.milliner.source.TreePaths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the regular expression of an overlay matches now. */
final class RegexHelp {
    private static final int MOST_SHOWN = 8;
    private static final long LARGEST = 4L << 20;

    private RegexHelp() {}

    /** A line that can be matched. */
    record Line(String file, int number, String text) {
        String shown() {
            return file.substring(file.lastIndexOf('/') + 1) + ":" + number + "  " + text.strip();
        }
    }

    static List<HoverPart> parts(TomlContext context, TomlSpot.InValue spot) {
        Optional<String> fault = GoRegex.fault(value(spot));
        if (fault.isPresent()) {
            return List.of(new HoverPart.Paragraph("Go does not accept it: " + fault.get() + "."));
        }
        List<Line> candidates = candidates(context, spot);
        List<Line> found = matching(value(spot), candidates);
        if (candidates.isEmpty()) {
            return List.of(new HoverPart.Paragraph("The text that it is held against is not at hand."));
        }
        if (found.isEmpty()) {
            return List.of(new HoverPart.Paragraph(
                    "Matches no line of " + candidates.getFirst().file() + " as it lies in the tree."));
        }
        List<String> shown = new ArrayList<>(
                found.stream().limit(MOST_SHOWN).map(Line::shown).toList());
        if (found.size() > MOST_SHOWN) {
            shown.add("...");
        }
        String count = found.size() == 1 ? "Matches 1 line." : "Matches " + found.size() + " lines.";
        return List.of(new HoverPart.Paragraph(count), new HoverPart.Code("spec", String.join("\n", shown)));
    }

    private static String value(TomlSpot.InValue spot) {
        return spot.table().entries().text("regex");
    }

    /** The lines that an expression matches. */
    static List<Line> matching(String regex, List<Line> candidates) {
        try {
            Pattern pattern = GoRegex.compiled(regex);
            return candidates.stream()
                    .filter(line -> pattern.matcher(line.text()).find())
                    .toList();
        } catch (PatternSyntaxException broken) {
            return List.of();
        }
    }

    /** The lines that the expression of the overlay around a place is held against. */
    static List<Line> candidates(TomlContext context, TomlSpot.InValue spot) {
        TomlEntries overlay = spot.table().entries();
        boolean inFiles = OverlayKind.of(overlay.text("type")).equals(Optional.of(OverlayKind.FILE_SEARCH_REPLACE));
        return inFiles
                ? inFiles(context, spot, overlay.text("file"))
                : context.spec(spot.path())
                        .map(spec -> inSpec(spec, overlay.text("section"), overlay.text("package")))
                        .orElse(List.of());
    }

    private static List<Line> inSpec(SpecFacts spec, String section, String packageName) {
        return IntStream.range(0, spec.lines().size())
                .filter(line -> spec.isIn(line + 1, section, packageName))
                .mapToObj(line -> new Line(spec.path(), line + 1, spec.lines().get(line)))
                .toList();
    }

    private static List<Line> inFiles(TomlContext context, TomlSpot.InValue spot, String glob) {
        SourceTree tree = context.knowledge().distro().tree();
        String folder = context.component(spot.path())
                .map(component -> TreePaths.folder(component.renderedSpec()))
                .orElse("");
        return SourceFiles.matching(context, spot.path(), glob).stream()
                .flatMap(file -> tree.read(TreePaths.join(folder, file)).stream()
                        .filter(text -> text.length() < LARGEST)
                        .flatMap(text -> lines(file, text)))
                .toList();
    }

    private static Stream<Line> lines(String file, String text) {
        List<String> all = text.lines().toList();
        return IntStream.range(0, all.size()).mapToObj(line -> new Line(file, line + 1, all.get(line)));
    }
}
