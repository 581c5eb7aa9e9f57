package dev.milliner.workbench.commit;

import dev.milliner.commit.PendingFile.Staged;
import dev.milliner.review.Chapter;

/**
 * An item of the review that can be staged.
 *
 * @param chapter it
 * @param staged how much of it is
 */
record StagedItem(Chapter chapter, Staged staged) {}
