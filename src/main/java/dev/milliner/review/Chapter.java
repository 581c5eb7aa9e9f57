package dev.milliner.review;

import dev.milliner.overlay.FileChange;
import dev.milliner.text.Place;
import java.util.List;
import java.util.Optional;

/**
 * One thing that happened, as a {@link Story} tells it.
 *
 * @param title what it happened to, such as a component's name
 * @param tag what happened, in a few words
 * @param values the values that differ
 * @param lines all else there is to say, in sentences
 * @param sources prepared files that differ
 * @param place where to go to see it in the files; empty where no one place is meant
 */
public record Chapter(
        String title,
        String tag,
        List<ValueLine> values,
        List<String> lines,
        List<FileChange> sources,
        Optional<Place> place) {
    Chapter(String title, String tag, List<ValueLine> values, List<String> lines) {
        this(
                title,
                tag,
                values,
                lines,
                List.of(),
                values.stream().flatMap(line -> line.edit().stream()).findFirst());
    }
}
