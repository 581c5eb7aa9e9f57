package dev.milliner.command;

import dev.milliner.answer.JsonText;
import dev.milliner.answer.ReviewJson;
import dev.milliner.answer.ReviewSarif;
import dev.milliner.review.Review;
import dev.milliner.review.ReviewNotes;
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

    /** The document, ended by a newline, with what was said of its items. */
    String of(Review review, ReviewNotes notes) {
        Story story = Story.of(review).with(notes);
        return switch (this) {
            case text -> StoryText.of(story);
            case markdown -> StoryMarkdown.of(story);
            case html -> StoryHtml.of(story);
            case json -> JsonText.of(ReviewJson.of(review, story)) + System.lineSeparator();
            case sarif -> JsonText.of(ReviewSarif.of(review)) + System.lineSeparator();
        };
    }
}
