package dev.milliner.workbench.editor;

import dev.milliner.text.LineChanges;
import dev.milliner.text.LineHunk;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** What the last commit has of a file. */
sealed interface Committed {
    /** The file lies in no git repository. */
    record Nowhere() implements Committed {}

    /** The repository's last commit has no such file. */
    record Missing() implements Committed {}

    /**
     * It has the file.
     *
     * @param commit the commit's full hash
     * @param text the text as the editor would show it
     */
    record Present(String commit, String text) implements Committed {
        List<LineHunk> hunks(String now) {
            return LineChanges.hunks(text, now);
        }

        /** The lines that went with a hunk. */
        List<String> gone(LineHunk hunk) {
            return List.of(text.split("\n", -1)).subList(hunk.before(), hunk.before() + hunk.gone());
        }

        /** Which line of it a line of the text now was; empty where that is another. */
        Optional<Integer> lineBefore(String now, int line) {
            int before = line;
            for (LineHunk hunk : hunks(now)) {
                if (hunk.come() > 0 && hunk.touches(line)) {
                    return Optional.empty();
                }
                before += hunk.now() + hunk.come() <= line ? hunk.gone() - hunk.come() : 0;
            }
            return Optional.of(before);
        }
    }

    /** The lines, from 0, of a text that the commit has not. */
    default BitSet linesNotIn(String now) {
        return switch (this) {
            case Nowhere none -> new BitSet();
            case Missing none -> LineChanges.between("", now);
            case Present present -> LineChanges.between(present.text(), now);
        };
    }
}
