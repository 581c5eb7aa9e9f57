package dev.milliner.command;

import dev.milliner.review.Review;

/** What a review can be refused for, as users name it. */
enum ReviewRefusal {
    /** An error comes that was not there, or overlays fail. */
    errors,
    /** A problem comes that was not there. */
    problems,
    /** Anything differs in effect. */
    effect;

    /** Tells whether a review has it. */
    boolean isMet(Review review) {
        return switch (this) {
            case errors -> review.problems().introducesErrors() || review.breaksSources();
            case problems -> !review.problems().introduced().isEmpty();
            case effect -> !review.isWithoutEffect();
        };
    }
}
