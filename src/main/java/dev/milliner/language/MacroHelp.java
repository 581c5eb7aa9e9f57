package dev.milliner.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What there is to say of a macro that a component sets for its build. */
final class MacroHelp {
    private MacroHelp() {}

    static Optional<Hover> hover(TomlContext context, Span span, List<String> path, Stand stand) {
        boolean sets = stand.named()
                && stand.member()
                        .filter(member -> member.field().toml().equals("defines"))
                        .isPresent();
        return sets ? Optional.of(new Hover(span, "%" + path.getLast(), parts(context, path))) : Optional.empty();
    }

    private static List<HoverPart> parts(TomlContext context, List<String> path) {
        String name = path.getLast();
        List<HoverPart> parts = new ArrayList<>();
        parts.add(new HoverPart.Paragraph(
                SpecMeanings.macros().getOrDefault(name, "A macro that is set for the build.")));
        List<HoverPart.Fact> facts = context.spec(path).stream()
                .flatMap(spec -> spec.macros().stream())
                .filter(one -> one.name().equals(name))
                .map(one -> new HoverPart.Fact("Line " + one.line() + " of the spec", one.value()))
                .toList();
        if (!facts.isEmpty()) {
            parts.add(new HoverPart.Facts(facts));
        }
        parts.addAll(ResolvedHelp.parts(context.knowledge().distro(), path));
        return parts;
    }
}
