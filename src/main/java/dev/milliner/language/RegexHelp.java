package dev.milliner.language;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.milliner.distro.GoRegex;
import dev.milliner.distro.OverlayKind;
import dev.milliner.ground.Amount;
import dev.milliner.overlay.RegexMatches.Line;
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

    private static String shown(Line line) {
        return line.file().substring(line.file().lastIndexOf('/') + 1) + ":" + line.number() + "  "
                + line.text().strip();
    }

    static List<HoverPart> parts(TomlContext context, TomlAround overlay) {
        Optional<String> fault = GoRegex.fault(regex(overlay));
        if (fault.isPresent()) {
            return List.of(new HoverPart.Paragraph("Go does not accept it: " + fault.get() + "."));
        }
        List<Line> candidates = candidates(context, overlay);
        List<Line> found = matching(regex(overlay), candidates);
        if (candidates.isEmpty()) {
            return List.of(new HoverPart.Paragraph("The text that it is held against is not at hand."));
        }
        if (found.isEmpty()) {
            return List.of(new HoverPart.Paragraph(
                    "Matches no line of " + candidates.getFirst().file() + " as it lies in the tree."));
        }
        List<String> shown = new ArrayList<>(
                found.stream().limit(MOST_SHOWN).map(RegexHelp::shown).toList());
        if (found.size() > MOST_SHOWN) {
            shown.add("...");
        }
        String count = "Matches " + Amount.of(found.size(), "line") + ".";
        return List.of(new HoverPart.Paragraph(count), new HoverPart.Code("spec", String.join("\n", shown)));
    }

    private static String regex(TomlAround overlay) {
        return overlay.entries().text("regex");
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
    static List<Line> candidates(TomlContext context, TomlAround table) {
        TomlEntries overlay = table.entries();
        boolean inFiles = OverlayKind.of(overlay.text("type")).equals(Optional.of(OverlayKind.FILE_SEARCH_REPLACE));
        return inFiles
                ? inFiles(context, table.path(), overlay.text("file"))
                : context.spec(table.path())
                        .map(spec -> inSpec(spec, overlay.text("section"), overlay.text("package")))
                        .orElse(List.of());
    }

    private static List<Line> inSpec(SpecFacts spec, String section, String packageName) {
        return IntStream.range(0, spec.lines().size())
                .filter(line -> spec.isIn(line + 1, section, packageName))
                .mapToObj(line -> new Line(spec.path(), line + 1, spec.lines().get(line)))
                .toList();
    }

    private static List<Line> inFiles(TomlContext context, List<String> path, String glob) {
        SourceTree tree = context.knowledge().distro().tree();
        String folder = context.component(path)
                .map(component -> TreePaths.folder(component.renderedSpec()))
                .orElse("");
        return SourceFiles.matching(context, path, glob).stream()
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
