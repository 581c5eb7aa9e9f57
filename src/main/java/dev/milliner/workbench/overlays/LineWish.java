package dev.milliner.workbench.overlays;

import dev.milliner.overlay.Hunk;
import dev.milliner.overlay.TextDifference;
import dev.milliner.spec.ByteText;
import java.util.List;

/**
 * What is to become of a line of a spec, in the result of a component's overlays.
 *
 * @param component the component's name
 * @param text the spec in which the line was chosen; the result may be another
 * @param line the line in it, from 0
 * @param deed what is to become of it
 */
public record LineWish(String component, String text, int line, LineDeed deed) {
    /**
     * Where the line is in the result.
     *
     * @param line from 0; where it is no longer there, the line that is in its place
     * @param isThere whether it is still there
     */
    public record Found(int line, boolean isThere) {}

    /** Looks for the line in the result. */
    public Found in(String result) {
        List<Hunk> hunks = TextDifference.between(ByteText.encode(text), ByteText.encode(result), false);
        int moved = 0;
        for (Hunk hunk : hunks) {
            if (hunk.beforeStart() > line) {
                break;
            }
            if (line < hunk.beforeEnd()) {
                return new Found(hunk.afterStart(), false);
            }
            moved = hunk.afterEnd() - hunk.beforeEnd();
        }
        return new Found(line + moved, true);
    }
}
