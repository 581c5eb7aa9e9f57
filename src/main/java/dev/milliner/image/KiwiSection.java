package dev.milliner.image;

import dev.milliner.image.kiwi.KiwiElement;
import dev.milliner.text.Place;
import java.util.List;
import java.util.Optional;

/**
 * A {@code <packages>} section.
 *
 * @param type such as {@code bootstrap}, {@code image}, {@code uninstall}, {@code delete}, or an image type
 * @param profiles those it counts for; empty for all
 * @param patternType {@code onlyRequired} or {@code plusRecommended}, where it says so
 * @param items its lines
 * @param place where its opening tag stands
 */
public record KiwiSection(
        String type, List<String> profiles, Optional<String> patternType, List<KiwiItem> items, Place place) {
    /** With lists that nobody changes. */
    public KiwiSection {
        profiles = List.copyOf(profiles);
        items = List.copyOf(items);
    }

    static KiwiSection of(KiwiElement packages) {
        String type = packages.value("type").strip();
        boolean removed = type.equals("delete") || type.equals("uninstall");
        return new KiwiSection(
                type,
                packages.profiles(),
                Optional.of(packages.value("patternType").strip()).filter(pattern -> !pattern.isEmpty()),
                packages.children().stream()
                        .flatMap(line -> KiwiItem.of(line, removed).stream())
                        .toList(),
                packages.place());
    }
}
