package dev.milliner.language;

import dev.milliner.distro.Shape;
import dev.milliner.text.NearNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Names near to one that is not there. */
final class NearFixes {
    private NearFixes() {}

    /** The keys of the table that a path leads to which are near to a name. */
    static List<String> keys(TomlContext context, List<String> path, String name) {
        return context.stand(path)
                .flatMap(Stand::table)
                .map(table -> NearNames.of(
                        table.fields().stream()
                                .filter(field -> !field.isGiven())
                                .map(Shape.Field::toml)
                                .toList(),
                        name))
                .orElse(List.of());
    }

    /** What could have been meant by a value: what would be offered there, where the value itself would not. */
    static List<String> values(TomlContext context, TomlSpot.InValue spot) {
        Set<String> names = offered(context, spot);
        return names.contains(spot.text()) ? List.of() : NearNames.of(names, spot.text());
    }

    /** All that could stand there, where that is little. */
    static List<String> few(TomlContext context, TomlSpot.InValue spot, int most) {
        Set<String> names = offered(context, spot);
        return names.contains(spot.text()) || names.size() > most ? List.of() : List.copyOf(names);
    }

    private static Set<String> offered(TomlContext context, TomlSpot.InValue spot) {
        Offer offer = Offer.ofAll();
        Optional<Stand> stand = context.stand(spot.path());
        if (stand.isPresent() && Stand.item(stand.get().shape()) instanceof Shape.Text text) {
            Written written = Written.of(context.document().text(), spot);
            new ValueOffers(context, spot, written, offer).add(stand.get(), text);
        }
        return offer.names();
    }
}
