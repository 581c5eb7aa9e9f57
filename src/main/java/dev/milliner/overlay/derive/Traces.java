package dev.milliner.overlay.derive;

import dev.milliner.overlay.Applier;
import dev.milliner.overlay.Change;
import dev.milliner.overlay.FileChange;
import dev.milliner.overlay.Hunk;
import dev.milliner.overlay.OverlayException;
import dev.milliner.overlay.SourceFile;
import dev.milliner.overlay.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where derived overlays show in the spec that was wanted.
 *
 * @param overlays the stretches of each, in their order
 * @param unreached the stretches that no overlay reaches
 */
public record Traces(List<List<Stretch>> overlays, List<Stretch> unreached) {
    /**
     * A stretch of the wanted spec.
     *
     * @param line its first line, from 0; where it has none, the line before which lines went
     * @param lines how many lines it has
     * @param removed how many lines stood in its place before
     */
    public record Stretch(int line, int lines, int removed) {}

    /**
     * Follows each overlay through those behind it.
     *
     * @param before the sources that the first overlay found
     */
    public static Traces of(String specName, Sources before, Derived derived) {
        List<List<Hunk>> steps = new ArrayList<>();
        Applier applier =
                new Applier(specName, path -> derived.result().file(path).map(SourceFile::bytes));
        Sources now = before;
        for (Change change : derived.changes()) {
            Sources after = applied(applier, change, now);
            steps.add(hunks(specName, now, after));
            now = after;
        }
        List<Hunk> rest = derived.rest().stream()
                .filter(change -> change.file().equals(specName))
                .flatMap(change -> change.hunks().stream())
                .toList();
        steps.add(rest);
        List<List<Stretch>> overlays = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            List<List<Hunk>> later = steps.subList(i + 1, steps.size());
            overlays.add(steps.get(i).stream().map(hunk -> stretch(hunk, later)).toList());
        }
        return new Traces(List.copyOf(overlays.subList(0, steps.size() - 1)), overlays.getLast());
    }

    private static Sources applied(Applier applier, Change change, Sources now) {
        try {
            return applier.apply(change, now);
        } catch (OverlayException unlikely) {
            // It applied when it was derived, and is applied to the same again.
            throw new IllegalStateException(unlikely);
        }
    }

    private static List<Hunk> hunks(String specName, Sources before, Sources after) {
        Optional<SourceFile> old = before.file(specName);
        Optional<SourceFile> now = after.file(specName);
        return old.equals(now) ? List.of() : FileChange.of(specName, old, now).hunks();
    }

    private static Stretch stretch(Hunk hunk, List<List<Hunk>> later) {
        int start = hunk.afterStart();
        int end = hunk.afterEnd();
        for (List<Hunk> step : later) {
            start = moved(start, step);
            end = Math.max(start, moved(end, step));
        }
        return new Stretch(start, end - start, hunk.removed());
    }

    /** Where a line is after a step; one that went is where something stands in its place. */
    private static int moved(int line, List<Hunk> step) {
        int by = 0;
        for (Hunk hunk : step) {
            if (hunk.beforeEnd() <= line) {
                by += hunk.added() - hunk.removed();
            } else if (hunk.beforeStart() < line) {
                return hunk.afterStart();
            }
        }
        return line + by;
    }
}
