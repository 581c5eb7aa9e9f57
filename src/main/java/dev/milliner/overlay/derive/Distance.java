package dev.milliner.overlay.derive;

import dev.milliner.overlay.FileChange;
import dev.milliner.overlay.Hunk;
import dev.milliner.overlay.Sources;
import java.util.List;

/** How far sources are from others: the lines that differ, a file that came or went counting as one. */
final class Distance {
    /** A file that is another all over, which takes its removal and its addition. */
    private static final int REPLACED = 2;

    private Distance() {}

    static int between(Sources one, Sources other) {
        return of(FileChange.between(one, other));
    }

    static int of(List<FileChange> changes) {
        return changes.stream().mapToInt(Distance::of).sum();
    }

    private static int of(FileChange change) {
        if (change.isNew() || change.isGone()) {
            return 1;
        }
        int lines = change.hunks().stream().mapToInt(Distance::of).sum();
        return lines == 0 ? REPLACED : lines;
    }

    private static int of(Hunk hunk) {
        return hunk.added() + hunk.removed();
    }
}
