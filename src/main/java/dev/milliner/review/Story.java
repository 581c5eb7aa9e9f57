package dev.milliner.review;

import dev.milliner.overlay.FileChange;
import dev.milliner.text.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A review as a reader wants it: what matters in a sentence, then one chapter for each thing that happened. Text, Markdown, HTML and
 * the workbench show the same story.
 *
 * @param title between which states
 * @param glance all of it in a sentence
 * @param chapters what happened, the most telling first
 * @param without the files that have no effect
 */
public record Story(String title, String glance, List<Chapter> chapters, List<FileEffect.None> without) {
    /**
     * One thing that happened.
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

    /**
     * A value that differs.
     *
     * @param path the keys that lead to it
     * @param before what it was; a dash where it was not set
     * @param after what it is; a dash where it is not set any more
     * @param edit where the edit stands: in the state after, or in the one before where the value is gone
     */
    public record ValueLine(String path, String before, String after, Optional<Place> edit) {
        /** The file and line of the edit, such as {@code distro.toml:38}; empty where there is none. */
        public String by() {
            return Words.by(edit);
        }
    }

    /** Tells a review as a story. */
    public static Story of(Review review) {
        Words words = new Words(review);
        List<Chapter> chapters = new ArrayList<>();
        ComponentChapters components = new ComponentChapters(review, words);
        chapters.addAll(components.list());
        chapters.addAll(new PackageChapters(review, words).list());
        chapters.addAll(new OtherChapters(review, words).list());
        List<FileEffect.None> without = review.files().stream()
                .flatMap(file -> file instanceof FileEffect.None none ? Stream.of(none) : Stream.empty())
                .toList();
        String title = review.from().words() + " → " + review.to().words();
        return new Story(title, new Glance(review, components).sentence(), List.copyOf(chapters), without);
    }
}
