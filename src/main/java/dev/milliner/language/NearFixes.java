package dev.milliner.language;

import dev.milliner.distro.Shape;
import dev.milliner.text.NearNames;
import java.util.List;
import java.util.Optional;

/** Names near to one that is not there. */
final class NearFixes {
    private NearFixes() {}

    static List<String> keys(TomlContext context, TomlSpot.InKey spot) {
        return context.stand(spot.path())
                .flatMap(Stand::table)
                .map(table -> NearNames.of(
                        table.fields().stream()
                                .filter(field -> !field.isGiven())
                                .map(Shape.Field::toml)
                                .toList(),
                        spot.segment().name()))
                .orElse(List.of());
    }

    /** What could have been meant by a value: what would be offered there, where the value itself would not. */
    static List<String> values(TomlContext context, TomlSpot.InValue spot) {
        Written written = Written.of(context.document().text(), spot);
        Offer offer = Offer.ofAll();
        Optional<Stand> stand = context.stand(spot.path());
        if (stand.isEmpty() || !(Stand.item(stand.get().shape()) instanceof Shape.Text text)) {
            return List.of();
        }
        new ValueOffers(context, spot, written, offer).add(stand.get(), text);
        return offer.names().contains(spot.text()) ? List.of() : NearNames.of(offer.names(), spot.text());
    }
}
