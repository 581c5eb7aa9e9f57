package dev.milliner.review;

import dev.milliner.text.Place;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a thing that happened stands in the files.
 *
 * @param after places in the state after
 * @param before places in the state before, of what is gone
 * @param paths files that are wholly about it, and folders, which end in a slash
 */
public record Whereabouts(List<Place> after, List<Place> before, List<String> paths) {
    /** Nowhere that is known. */
    static final Whereabouts NOWHERE = new Whereabouts(List.of(), List.of(), List.of());

    /** Where edits of values stand. */
    static Whereabouts of(List<ValueLine> values) {
        return new Whereabouts(
                values.stream()
                        .filter(line -> !line.after().equals(Words.NONE))
                        .flatMap(line -> line.edit().stream())
                        .toList(),
                values.stream()
                        .filter(line -> line.after().equals(Words.NONE))
                        .flatMap(line -> line.edit().stream())
                        .toList(),
                List.of());
    }

    /** Places of the state after. */
    static Whereabouts after(List<Place> places) {
        return new Whereabouts(List.copyOf(places), List.of(), List.of());
    }

    /** Places of the state before. */
    static Whereabouts before(List<Place> places) {
        return new Whereabouts(List.of(), List.copyOf(places), List.of());
    }

    /** Whole files and folders. */
    static Whereabouts within(List<String> paths) {
        return new Whereabouts(List.of(), List.of(), List.copyOf(paths));
    }

    /** These and others. */
    Whereabouts and(Whereabouts more) {
        return new Whereabouts(joined(after, more.after), joined(before, more.before), joined(paths, more.paths));
    }

    private static <T> List<T> joined(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }
}
