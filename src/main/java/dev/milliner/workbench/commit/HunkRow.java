package dev.milliner.workbench.commit;

import dev.milliner.commit.PendingFile.Staged;
import dev.milliner.commit.PendingText;
import dev.milliner.overlay.Hunk;
import dev.milliner.workbench.words.Wording;
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

    /** Where it stands, and whether all of it is staged. */
    String words() {
        return staged() == Staged.PART
                ? Wording.of("commit.hunk-row.line-part", hunk().afterStart() + 1)
                : Wording.of("commit.hunk-row.line", hunk().afterStart() + 1);
    }

    Staged staged() {
        return text.staged(text.partsOf(hunk()));
    }

    /** The parts of the file that are staged once this hunk is, or is not any more. */
    Set<Integer> toggled() {
        Set<Integer> chosen = new TreeSet<>(text.staged());
        if (staged() == Staged.WHOLE) {
            chosen.removeAll(text.partsOf(hunk()));
        } else {
            chosen.addAll(text.partsOf(hunk()));
        }
        return chosen;
    }
}
