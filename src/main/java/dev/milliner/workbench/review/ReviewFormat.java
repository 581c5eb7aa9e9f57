package dev.milliner.workbench.review;

import dev.milliner.answer.JsonText;
import dev.milliner.answer.ReviewJson;
import dev.milliner.review.ReviewNotes;
import dev.milliner.review.Story;
import dev.milliner.review.StoryHtml;
import dev.milliner.review.StoryMarkdown;
import dev.milliner.workbench.words.Wording;

/** What a review can be exported as. */
enum ReviewFormat {
    MARKDOWN(Wording.of("review.format.markdown"), "review.md"),
    HTML("HTML", "review.html"),
    JSON("JSON", "review.json");

    private final String label;
    private final String file;

    ReviewFormat(String label, String file) {
        this.label = label;
        this.file = file;
    }

    String label() {
        return label;
    }

    /** The file's name that is suggested. */
    String file() {
        return file;
    }

    /** The document, with what was said of its items. */
    String text(Reviewed.Told told, ReviewNotes notes) {
        Story story = told.story().with(notes);
        return switch (this) {
            case MARKDOWN -> StoryMarkdown.of(story);
            case HTML -> StoryHtml.of(story);
            case JSON -> JsonText.of(ReviewJson.of(told.review(), story)) + "\n";
        };
    }
}
