package dev.milliner.command;

import dev.milliner.answer.JsonText;
import dev.milliner.answer.ReviewJson;
import dev.milliner.answer.ReviewSarif;
import dev.milliner.review.Review;
import dev.milliner.review.Story;
import dev.milliner.review.StoryHtml;
import dev.milliner.review.StoryMarkdown;
import dev.milliner.review.StoryText;

/** The formats of a review, as users name them. */
enum ReviewFormat {
    text,
    markdown,
    html,
    json,
    sarif;

    /** The document, ended by a newline. */
    String of(Review review) {
        return switch (this) {
            case text -> StoryText.of(Story.of(review));
            case markdown -> StoryMarkdown.of(Story.of(review));
            case html -> StoryHtml.of(Story.of(review));
            case json -> JsonText.of(ReviewJson.of(review)) + System.lineSeparator();
            case sarif -> JsonText.of(ReviewSarif.of(review)) + System.lineSeparator();
        };
    }
}
