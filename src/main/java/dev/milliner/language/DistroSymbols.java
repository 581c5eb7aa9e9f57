package dev.milliner.language;

import dev.milliner.distro.Definition;
import dev.milliner.distro.Kind;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Definitions of the whole distro by name. */
final class DistroSymbols {
    private DistroSymbols() {}

    /** Those that a query fits, best first. Packages count once there are letters enough to tell them apart. */
    static List<Symbol> of(Knowledge knowledge, String query) {
        Fuzzy fuzzy = new Fuzzy(query);
        return Arrays.stream(Kind.values())
                .filter(kind -> kind != Kind.PACKAGE || query.length() > 2)
                .flatMap(kind -> ofKind(knowledge, kind, query))
                .sorted(Comparator.comparingInt(symbol -> fuzzy.rank(symbol.name())))
                .limit(Completions.MOST)
                .toList();
    }

    private static Stream<Symbol> ofKind(Knowledge knowledge, Kind kind, String query) {
        Offer offer = new Offer(Span.at(0), query);
        new DefinitionOffers(knowledge, offer, Snippet::plain).all(kind);
        return offer.completions().items().stream()
                .flatMap(item -> knowledge.distro().definition(kind, item.label()).stream())
                .map(DistroSymbols::symbol);
    }

    private static Symbol symbol(Definition definition) {
        return new Symbol(
                definition.name(),
                DefinitionOffers.sign(definition.kind()),
                definition.kind().label(),
                definition.place(),
                List.of());
    }
}
