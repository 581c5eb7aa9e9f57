package dev.milliner.overlay.derive;

import dev.milliner.overlay.Change;
import dev.milliner.overlay.Sources;
import java.util.Comparator;

/**
 * A change that was tried.
 *
 * @param change the change
 * @param after the sources after it
 * @param explained how much nearer to the goal it leads
 * @param straight whether all that it does is wanted
 */
record Trial(Change change, Sources after, int explained, boolean straight) {
    /** The best first: what does nothing unwanted, explains most, says most of what is meant, and is the least text. */
    static final Comparator<Trial> BEST = Comparator.comparing((Trial trial) -> !trial.straight)
            .thenComparingInt(trial -> -trial.explained)
            .thenComparing(trial -> Form.of(trial.change))
            .thenComparing(trial -> Globs.isWide(trial.change))
            .thenComparingInt(trial -> trial.change.toString().length());

    /** How much a change says of what is meant, the most first. */
    enum Form {
        WHOLE,
        TAG,
        LINES,
        FILE,
        TEXT;

        static Form of(Change change) {
            return switch (change) {
                case Change.AddPatch c -> WHOLE;
                case Change.RemovePatch c -> WHOLE;
                case Change.RemoveSubpackage c -> WHOLE;
                case Change.RemoveSection c -> WHOLE;
                case Change.RenameFile c -> WHOLE;
                case Change.AddTag c -> TAG;
                case Change.InsertTag c -> TAG;
                case Change.SetTag c -> TAG;
                case Change.UpdateTag c -> TAG;
                case Change.RemoveTag c -> TAG;
                case Change.PrependLines c -> LINES;
                case Change.AppendLines c -> LINES;
                case Change.PrependToFiles c -> LINES;
                case Change.AddFile c -> FILE;
                case Change.RemoveFiles c -> FILE;
                case Change.SearchReplace c -> TEXT;
                case Change.ReplaceInFiles c -> TEXT;
                case Change.InArchive c -> TEXT;
            };
        }
    }
}
