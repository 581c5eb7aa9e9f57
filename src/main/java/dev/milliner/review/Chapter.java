package dev.milliner.review;

import dev.milliner.ground.Digests;
import dev.milliner.overlay.FileChange;
import dev.milliner.text.Place;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * One thing that happened, as a {@link Story} tells it.
 *
 * @param subject what it is known by, however it is told: the same from one state to the next
 * @param title what it happened to, such as a component's name
 * @param tag what happened, in a few words
 * @param values the values that differ
 * @param lines all else there is to say, in sentences
 * @param sources prepared files that differ
 * @param place where to go to see it in the files; empty where no one place is meant
 * @param where all places and files that it stands in
 * @param comments what people said of it
 */
public record Chapter(
        String subject,
        String title,
        String tag,
        List<ValueLine> values,
        List<String> lines,
        List<FileChange> sources,
        Optional<Place> place,
        Whereabouts where,
        List<Comment> comments) {
    Chapter(String title, String tag, List<ValueLine> values, List<String> lines) {
        this(
                title,
                tag,
                values,
                lines,
                List.of(),
                values.stream().flatMap(line -> line.edit().stream()).findFirst());
    }

    Chapter(
            String title,
            String tag,
            List<ValueLine> values,
            List<String> lines,
            List<FileChange> sources,
            Optional<Place> place) {
        this(title, title, tag, values, lines, sources, place, Whereabouts.of(values), List.of());
    }

    /** The same, known by something that lasts, where the title counts or is not its own. */
    Chapter about(String lasting) {
        return new Chapter(lasting, title, tag, values, lines, sources, place, where, comments);
    }

    /** The same, standing in more places. */
    Chapter in(Whereabouts more) {
        return new Chapter(subject, title, tag, values, lines, sources, place, where.and(more), comments);
    }

    /** The same with what people said of it. */
    Chapter with(List<Comment> said) {
        return new Chapter(subject, title, tag, values, lines, sources, place, where, List.copyOf(said));
    }

    /** A digest of what it says: another where anything of it changed, but not where it only moved to another line. */
    public String content() {
        String said = String.join("\n", title, tag)
                + values.stream()
                        .map(line -> "\n" + line.path() + "\0" + line.before() + "\0" + line.after())
                        .toList()
                + lines.stream().map(Chapter::withoutLine).toList();
        return Digests.of(Digests.sha256(), said.getBytes(StandardCharsets.UTF_8));
    }

    private static String withoutLine(String line) {
        return line.replaceAll("(\\([^()\\s]+):\\d+\\)", "$1)");
    }
}
