package dev.milliner.review;

import java.util.ArrayList;
import java.util.List;
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
    /** Tells a review as a story. */
    public static Story of(Review review) {
        Words words = new Words(review);
        List<Chapter> chapters = new ArrayList<>();
        review.against().map(Story::against).ifPresent(chapters::add);
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

    private static Chapter against(Clashes clashes) {
        return new Chapter(
                        "against " + clashes.onto(),
                        clashes.words(),
                        List.of(),
                        clashes.list().stream().map(Clash::words).toList(),
                        List.of(),
                        clashes.list().stream().map(Clash::ours).findFirst())
                .about("against the base");
    }

    /** The same with what people said of its chapters. */
    public Story with(ReviewNotes notes) {
        List<Chapter> said = chapters.stream()
                .map(chapter -> chapter.with(notes.comments(chapter)))
                .toList();
        return new Story(title, glance, said, without);
    }
}
