package dev.milliner.workbench.commit;

import dev.milliner.commit.PendingText;
import dev.milliner.overlay.Hunk;
import java.util.Set;
import java.util.TreeSet;

/**
 * A hunk of a file.
 *
 * @param text the file's lines
 * @param number the hunk's number, from 0
 * @param canBeStagedAlone whether it can be staged without the others
 */
record HunkRow(PendingText text, int number, boolean canBeStagedAlone) {
    Hunk hunk() {
        return text.hunks().get(number);
    }

    boolean isStaged() {
        return text.staged().contains(number);
    }

    /** The hunks that are staged once this one is, or is not any more. */
    Set<Integer> toggled() {
        Set<Integer> chosen = new TreeSet<>(text.staged());
        if (!chosen.remove(number)) {
            chosen.add(number);
        }
        return chosen;
    }
}
