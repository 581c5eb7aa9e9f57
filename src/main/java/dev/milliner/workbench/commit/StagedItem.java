package dev.milliner.workbench.commit;

import dev.milliner.commit.PendingFile.Staged;
import dev.milliner.review.Chapter;
import dev.milliner.workbench.words.Wording;
import java.util.List;

/**
 * An item of the review that can be staged.
 *
 * @param chapter it
 * @param staged how much of it is
 * @param together the titles of the items that can't be staged without it, nor it without them
 */
record StagedItem(Chapter chapter, Staged staged, List<String> together) {
    private static final int MOST = 2;

    /** What becomes of it, and what comes with it. */
    String about() {
        if (together.isEmpty()) {
            return chapter.tag();
        }
        String first = String.join(", ", together.subList(0, Math.min(MOST, together.size())));
        String others =
                together.size() > MOST ? Wording.of("commit.staged-item.more", first, together.size() - MOST) : first;
        return Wording.of("commit.staged-item.same-lines", chapter.tag(), others);
    }
}
