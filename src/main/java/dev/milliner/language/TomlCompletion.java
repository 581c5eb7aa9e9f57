package dev.milliner.language;

import dev.milliner.distro.Shape;
import java.util.List;
import java.util.Optional;

/** Completion in TOML files. */
final class TomlCompletion {
    private final TomlContext context;
    private final int offset;

    private TomlCompletion(TomlContext context, int offset) {
        this.context = context;
        this.offset = offset;
    }

    static Completions at(TomlContext context, int offset) {
        return new TomlCompletion(context, offset).completions();
    }

    private Completions completions() {
        return switch (context.spot()) {
            case TomlSpot.InHeader header -> header(header);
            case TomlSpot.InKey key -> key(key);
            case TomlSpot.InValue value -> value(value);
            case TomlSpot.Nothing nothing -> Completions.none(offset);
        };
    }

    private String typed(Span span, String text) {
        return text.substring(0, Math.clamp(offset - (long) span.start(), 0, text.length()));
    }

    private Completions header(TomlSpot.InHeader spot) {
        Span span = spot.segment().span();
        Offer offer = new Offer(
                span, typed(TomlQuotes.inside(text(span), span), spot.segment().name()));
        List<String> before = spot.before();
        context.stand(before).ifPresent(stand -> HeaderOffers.add(context, spot.header(), before, stand, offer));
        return offer.completions();
    }

    private String text(Span span) {
        return context.document().text().substring(span.start(), span.end());
    }

    private Completions key(TomlSpot.InKey spot) {
        Span span = spot.segment().span();
        Offer offer = new Offer(
                span, typed(TomlQuotes.inside(text(span), span), spot.segment().name()));
        Optional<Stand> stand = context.stand(spot.path());
        stand.ifPresent(found -> new KeyOffers(context, spot, found).addTo(offer));
        if (spot.table().isWide() && spot.index() == 0) {
            Skeletons.add(context, spot, offer);
        }
        return offer.completions();
    }

    private Completions value(TomlSpot.InValue spot) {
        Written written = Written.of(context.document().text(), spot);
        Offer offer = new Offer(written.span(), typed(spot.span(), spot.text()));
        Optional<Stand> stand = context.stand(spot.path());
        stand.ifPresent(found -> value(spot, found, written, offer));
        return offer.completions();
    }

    private void value(TomlSpot.InValue spot, Stand stand, Written written, Offer offer) {
        Shape shape = spot.inList() ? Stand.item(stand.shape()) : stand.shape();
        switch (shape) {
            case Shape.Flag flag -> flags(spot, offer);
            case Shape.OptionalFlag flag -> flags(spot, offer);
            case Shape.Text text -> new ValueOffers(context, spot, written, offer).add(stand, text);
            case Shape.ListOf list -> bracket(spot, list, offer);
            case Shape.Table table -> brace(spot, table, offer);
            case Shape.OptionalTable optional -> brace(spot, optional.table(), offer);
            case Shape.MapOf map -> {
                // Its names are keys.
            }
        }
    }

    private static void flags(TomlSpot.InValue spot, Offer offer) {
        if (!spot.quoted()) {
            List.of("true", "false")
                    .forEach(word -> offer.add(Completion.of(word, CompletionKind.WORD, "", Completion.Help.NONE)));
        }
    }

    private static void bracket(TomlSpot.InValue spot, Shape.ListOf list, Offer offer) {
        if (!spot.quoted()) {
            String inside = list.item() instanceof Shape.Text ? "\"${1}\"" : "{ ${1} }";
            offer.add(Completion.of("[ ]", CompletionKind.SNIPPET, Stand.words(list), Completion.Help.NONE)
                    .inserting(Snippet.of("[" + inside + "]")));
        }
    }

    private static void brace(TomlSpot.InValue spot, Shape.Table table, Offer offer) {
        if (!spot.quoted()) {
            offer.add(Completion.of("{ }", CompletionKind.SNIPPET, table.name(), Completion.Help.NONE)
                    .inserting(Snippet.of("{ ${1} }")));
        }
    }
}
