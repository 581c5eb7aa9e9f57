package dev.milliner.language;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Completion in specs. */
final class SpecCompletion {
    private final Knowledge knowledge;
    private final Document document;
    private final int offset;

    SpecCompletion(Knowledge knowledge, Document document, int offset) {
        this.knowledge = knowledge;
        this.document = document;
        this.offset = offset;
    }

    Completions completions() {
        return switch (SpecSpot.at(document.text(), offset)) {
            case SpecSpot.InMacro macro -> macros(macro);
            case SpecSpot.InTag tag -> tags(tag);
            case SpecSpot.InValue value -> values(value);
            case SpecSpot.Nothing nothing -> Completions.none(offset);
        };
    }

    private Offer offer(Span span, String text) {
        return new Offer(span, text.substring(0, Math.clamp(offset - (long) span.start(), 0, text.length())));
    }

    private Completions macros(SpecSpot.InMacro spot) {
        Offer offer = offer(spot.span(), spot.name());
        if (spot.first() && !spot.braced()) {
            SpecWords.sections().forEach(word -> add(offer, word, CompletionKind.SECTION, SpecMeanings.section(word)));
            SpecMeanings.directives()
                    .forEach((word, means) -> add(offer, word, CompletionKind.WORD, Optional.of(means)));
        }
        String behind = spot.braced() && !spot.closed() ? "}" : "";
        for (SpecFacts.Definition own : SpecFacts.of(knowledge, document).macros()) {
            offer.add(Completion.of(own.name(), CompletionKind.MACRO, own.value(), () -> line(own))
                    .inserting(Snippet.plain(own.name() + behind)));
        }
        for (Map.Entry<String, String> known : SpecMeanings.macros().entrySet()) {
            offer.add(Completion.of(
                            known.getKey(),
                            CompletionKind.MACRO,
                            value(known.getKey()),
                            () -> List.of(new HoverPart.Paragraph(known.getValue())))
                    .inserting(Snippet.plain(known.getKey() + behind)));
        }
        return offer.completions();
    }

    private String value(String macro) {
        return knowledge.surroundings().macros().of(document.path(), macro).orElse("");
    }

    private static List<HoverPart> line(SpecFacts.Definition own) {
        return List.of(new HoverPart.Paragraph("Set in line " + own.line() + "."));
    }

    /** A word with a percent sign; the sign is there already. */
    private static void add(Offer offer, String word, CompletionKind kind, Optional<String> means) {
        offer.add(Completion.of(word.substring(1), kind, "", () -> means.<List<HoverPart>>map(
                        text -> List.of(new HoverPart.Paragraph(text)))
                .orElse(List.of())));
    }

    private Completions tags(SpecSpot.InTag spot) {
        Offer offer = offer(spot.span(), spot.name());
        for (String tag : SpecWords.TAGS) {
            offer.add(Completion.of(tag, CompletionKind.TAG, "", () -> SpecMeanings.tag(tag)
                            .<List<HoverPart>>map(text -> List.of(new HoverPart.Paragraph(text)))
                            .orElse(List.of()))
                    .inserting(Snippet.plain(tag + (spot.followed() ? "" : ":  "))));
        }
        return offer.completions();
    }

    private Completions values(SpecSpot.InValue spot) {
        Offer offer = offer(spot.span(), spot.word());
        String tag = spot.tag().toLowerCase(Locale.ROOT).replaceFirst("\\(.*", "");
        if (SpecSpot.DEPENDENCIES.contains(tag)) {
            new DefinitionOffers(knowledge, offer, Snippet::plain).packages();
        } else if (tag.endsWith("arch")) {
            new DefinitionOffers(knowledge, offer, Snippet::plain)
                    .names(List.of("x86_64", "aarch64", "noarch"), CompletionKind.WORD, "");
        }
        return offer.completions();
    }
}
