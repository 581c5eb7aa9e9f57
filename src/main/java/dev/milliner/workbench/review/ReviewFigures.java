package dev.milliner.workbench.review;

import dev.milliner.distro.Kind;
import dev.milliner.review.Review;
import dev.milliner.review.SourceChange;
import dev.milliner.workbench.base.Facts;
import dev.milliner.workbench.words.Wording;
import dev.milliner.workbench.words.Words;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;

/** What a review comes to in a few numbers. */
final class ReviewFigures {
    private static final Set<SourceChange.Rendering> STALE =
            Set.of(SourceChange.Rendering.FORGOTTEN, SourceChange.Rendering.OTHERWISE);

    private ReviewFigures() {}

    /** The cards. */
    static List<Node> of(Review review) {
        long overlays = review.changed(Kind.COMPONENT)
                .mapToLong(change -> Review.overlays(change).size())
                .sum();
        long stale = review.sources().stream()
                .flatMap(source -> source instanceof SourceChange.Known known ? Stream.of(known) : Stream.empty())
                .filter(known -> STALE.contains(known.rendering()))
                .count();
        int problems = review.problems().introduced().size();
        return List.of(
                card(review.of(Kind.COMPONENT).count(), Wording.of("review.figures.components"), "plain"),
                card(overlays, Wording.of("review.figures.overlays"), "plain"),
                card(review.of(Kind.PACKAGE).count(), Wording.of("review.figures.packages"), "plain"),
                card(
                        review.of(Kind.IMAGE).count() + review.descriptions().size(),
                        Wording.of("review.figures.images-their-descriptions"),
                        "plain"),
                card(stale, Wording.of("review.figures.to-render-again"), "warning"),
                card(
                        problems,
                        Wording.of(
                                "review.figures.problems-new-solved",
                                review.problems().solved().size()),
                        "warning"));
    }

    private static Node card(long number, String about, String styleClass) {
        return Facts.card(Words.number(number), about, number == 0 ? "second" : styleClass);
    }
}
