package dev.milliner.distro;

import dev.milliner.text.Place;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A change to a component's spec or sources. Texts are empty where they are not set, as azldev counts them.
 *
 * @param type the word of an {@link OverlayKind}, such as {@code spec-set-tag}; any text where the file is at fault
 * @param description why it is needed
 * @param file the file or glob it applies to
 * @param archive the source archive that holds the file
 * @param section the spec section
 * @param packageName the sub-package
 * @param tag the spec tag
 * @param value the tag's value
 * @param regex a Go regular expression
 * @param replacement what takes the place of its matches
 * @param lines the lines to add
 * @param source the file to add, absolute
 * @param metadata why it exists
 * @param place where it is written: its header, or its brace where it is inline, through its last line
 * @param layer which layer brings it, such as {@code component} or {@code overlay file}
 */
public record Overlay(
        String type,
        String description,
        String file,
        String archive,
        String section,
        String packageName,
        String tag,
        String value,
        String regex,
        String replacement,
        List<String> lines,
        String source,
        Optional<OverlayMetadata> metadata,
        Place place,
        String layer) {

    /** Which of azldev's kinds it is of; empty where the file names none of them. */
    public Optional<OverlayKind> kind() {
        return OverlayKind.of(type);
    }

    /** Tells whether it is of one of azldev's kinds that has some property. */
    public boolean is(Predicate<OverlayKind> property) {
        return kind().filter(property).isPresent();
    }

    static Overlay of(TableValue table, String layer) {
        return new Overlay(
                table.text("type"),
                table.text("description"),
                table.text("file"),
                table.text("archive"),
                table.text("section"),
                table.text("package"),
                table.text("tag"),
                table.text("value"),
                table.text("regex"),
                table.text("replacement"),
                table.texts("lines"),
                table.text("source"),
                Optional.ofNullable(table.at("metadata"))
                        .map(TableValue.class::cast)
                        .map(OverlayMetadata::of),
                table.place(),
                layer);
    }
}
