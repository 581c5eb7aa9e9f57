package dev.milliner.language;

import dev.milliner.distro.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What there is to say of places in specs. */
final class SpecHover {
    private SpecHover() {}

    static Optional<Hover> at(Knowledge knowledge, Document document, SpecSpot spot) {
        return switch (spot) {
            case SpecSpot.InMacro macro -> macro(knowledge, document, macro);
            case SpecSpot.InTag tag -> SpecMeanings.tag(tag.name()).map(means -> said(tag.span(), tag.name(), means));
            case SpecSpot.InValue value -> value(knowledge, value);
            case SpecSpot.Nothing nothing -> Optional.empty();
        };
    }

    private static Hover said(Span span, String title, String means) {
        return new Hover(span, title, List.of(new HoverPart.Paragraph(means)));
    }

    private static Optional<Hover> macro(Knowledge knowledge, Document document, SpecSpot.InMacro macro) {
        String word = "%" + macro.name();
        Optional<String> fixed = macro.first() && !macro.braced()
                ? SpecMeanings.section(word)
                        .or(() -> Optional.ofNullable(SpecMeanings.directives().get(word)))
                : Optional.empty();
        if (fixed.isPresent()) {
            return Optional.of(said(macro.span(), word, fixed.get()));
        }
        List<HoverPart> parts = new ArrayList<>();
        Optional.ofNullable(SpecMeanings.macros().get(macro.name()))
                .ifPresent(means -> parts.add(new HoverPart.Paragraph(means)));
        List<HoverPart.Fact> facts = facts(knowledge, document, macro.name());
        if (!facts.isEmpty()) {
            parts.add(new HoverPart.Facts(facts));
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(new Hover(macro.span(), word, parts));
    }

    private static List<HoverPart.Fact> facts(Knowledge knowledge, Document document, String name) {
        List<HoverPart.Fact> facts = new ArrayList<>();
        knowledge
                .surroundings()
                .macros()
                .of(document.path(), name)
                .ifPresent(value -> facts.add(new HoverPart.Fact("rpm's value", value)));
        SpecFacts spec = SpecFacts.of(knowledge, document);
        spec.macros().stream()
                .filter(one -> one.name().equals(name))
                .forEach(one -> facts.add(new HoverPart.Fact("Line " + one.line(), one.value())));
        spec.conditionals().stream()
                .filter(one -> one.name().equals(name))
                .forEach(one -> facts.add(new HoverPart.Fact("Build conditional, line " + one.line(), one.value())));
        spec.tags().stream()
                .filter(tag -> tag.packageName().isEmpty()
                        && tag.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .ifPresent(tag -> facts.add(new HoverPart.Fact("Line " + tag.line(), tag.value())));
        return facts;
    }

    private static Optional<Hover> value(Knowledge knowledge, SpecSpot.InValue value) {
        boolean known =
                knowledge.distro().definition(Kind.PACKAGE, value.word()).isPresent()
                        || knowledge.surroundings().packages().of(value.word()).isPresent();
        boolean depends = SpecSpot.DEPENDENCIES.contains(
                value.tag().toLowerCase(Locale.ROOT).replaceFirst("\\(.*", ""));
        return known && depends
                ? Optional.of(new Hover(
                        value.span(),
                        value.word() + " (package)",
                        DefinitionHelp.packageParts(knowledge, value.word())))
                : Optional.empty();
    }
}
