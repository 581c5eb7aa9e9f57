package dev.milliner.language;

import dev.milliner.distro.GoRegex;
import dev.milliner.distro.OverlayKind;
import dev.milliner.overlay.RegexMatches;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can be done about the regular expression of an overlay. */
final class RegexFixes {
    private final TomlContext context;
    private final TomlAround overlay;
    private final TomlEntries entries;

    RegexFixes(TomlContext context, TomlAround overlay) {
        this.context = context;
        this.overlay = overlay;
        this.entries = overlay.entries();
    }

    /** A change with what it does. */
    record Fix(String title, Replacement edit) {}

    List<Fix> all() {
        Optional<TomlToken> value = token("regex");
        String regex = entries.text("regex");
        boolean replaces = OverlayKind.of(entries.text("type"))
                .filter(OverlayKind::replacesMatches)
                .isPresent();
        if (!replaces
                || value.isEmpty()
                || regex.isEmpty()
                || GoRegex.fault(regex).isPresent()) {
            return List.of();
        }
        List<RegexMatches.Line> candidates = RegexHelp.candidates(context, overlay);
        List<RegexMatches.Line> matches = RegexHelp.matching(regex, candidates);
        List<Fix> fixes = new ArrayList<>();
        if (matches.isEmpty()) {
            RegexMatches.nearest(regex, candidates)
                    .map(line -> line.text().strip())
                    .ifPresent(line -> fixes.add(new Fix(
                            "Match '" + line + "'",
                            new Replacement(value.get().span(), TomlQuotes.quoted(GoQuotes.quoted(line))))));
        }
        structural(matches).ifPresent(fixes::add);
        return fixes;
    }

    private Optional<TomlToken> token(String key) {
        return entries.entries().stream()
                .filter(entry -> entry.keys().equals(List.of(key)))
                .findFirst()
                .flatMap(TomlEntries.Entry::value);
    }

    /** A kind that names what it changes, where it does the same to the spec that is at hand. */
    private Optional<Fix> structural(List<RegexMatches.Line> matches) {
        boolean inSpec = entries.text("type").equals(OverlayKind.SPEC_SEARCH_REPLACE.word());
        return inSpec && matches.size() == 1 && overlay.isWide()
                ? context.spec(overlay.path())
                        .flatMap(spec -> StructuralKind.of(spec, entries, matches.getFirst()))
                        .map(lines -> new Fix(
                                "Use " + lines.getFirst().replaceFirst(".*\"(.*)\"", "$1") + " instead",
                                rewritten(lines)))
                : Optional.empty();
    }

    private Replacement rewritten(List<String> lines) {
        TextLines text = overlay.lines();
        int header = overlay.header().map(TomlHeader::line).orElse(-1);
        List<String> kept = entries.entries().stream()
                .filter(entry -> !List.of("type", "regex", "replacement", "section", "package")
                        .contains(entry.keys().getFirst()))
                .map(entry -> text.lines(entry.segments().getFirst().span()))
                .toList();
        int end = entries.entries().stream()
                .mapToInt(entry -> text.endOfValue(entry.segments().getFirst().span()))
                .max()
                .orElse(0);
        List<String> all = new ArrayList<>(kept);
        all.addAll(lines);
        return new Replacement(new Span(text.start(header + 1), end), String.join("\n", all));
    }
}
