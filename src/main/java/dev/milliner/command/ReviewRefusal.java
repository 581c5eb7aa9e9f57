package dev.milliner.command;

import dev.milliner.review.Clashes;
import dev.milliner.review.Review;

/** What a review can be refused for, as users name it. */
enum ReviewRefusal {
    /** An error comes that was not there, or overlays fail, or something clashes with the base that it is held against. */
    errors,
    /** A problem comes that was not there. */
    problems,
    /** Anything differs in effect. */
    effect;

    /** Tells whether a review has it. */
    boolean isMet(Review review) {
        return switch (this) {
            case errors -> review.problems().introducesErrors() || review.breaksSources() || clashes(review);
            case problems -> !review.problems().introduced().isEmpty() || review.breaksSources() || clashes(review);
            case effect -> !review.isWithoutEffect();
        };
    }

    private static boolean clashes(Review review) {
        return review.against().filter(Clashes::areSerious).isPresent();
    }
}
