package dev.milliner.overlay.derive;

import dev.milliner.overlay.FileChange;
import dev.milliner.overlay.Hunk;
import dev.milliner.overlay.SourceFile;
import dev.milliner.overlay.Sources;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A part of what still differs.
 *
 * @param now the sources as far as they have come
 * @param goal the sources that are wanted
 * @param change the file that differs
 * @param hunk where it differs; empty for a file that came, went or is another all over
 */
record Piece(Sources now, Sources goal, FileChange change, Optional<Hunk> hunk) {
    /** All that differs, the spec's first: patches take their files along. */
    static List<Piece> all(Sources now, Sources goal, String spec) {
        List<Piece> pieces = new ArrayList<>();
        List<FileChange> changes = FileChange.between(now, goal);
        changes.stream().filter(change -> change.file().equals(spec)).forEach(change -> add(now, goal, change, pieces));
        changes.stream()
                .filter(change -> !change.file().equals(spec))
                .forEach(change -> add(now, goal, change, pieces));
        return pieces;
    }

    private static void add(Sources now, Sources goal, FileChange change, List<Piece> pieces) {
        if (change.isNew() || change.isGone() || change.hunks().isEmpty()) {
            pieces.add(new Piece(now, goal, change, Optional.empty()));
        } else {
            change.hunks().forEach(hunk -> pieces.add(new Piece(now, goal, change, Optional.of(hunk))));
        }
    }

    /** The goal without this piece; without all that differs in the file where the piece is no whole lines. */
    Sources givenUp() {
        String file = change.file();
        Optional<SourceFile> before = change.before();
        if (before.isEmpty()) {
            return goal.without(file);
        }
        Sources without = goal.with(file, hunk.map(this::withoutHunk).orElse(before.get()));
        return without.equals(goal) ? goal.with(file, before.get()) : without;
    }

    /** The goal with empty lines for those that are to go; the goal itself where as many come. */
    Sources emptied() {
        if (hunk.isEmpty() || hunk.get().added() >= hunk.get().removed()) {
            return goal;
        }
        Hunk here = hunk.get();
        List<String> lines = new ArrayList<>(lines(change.after()));
        lines.addAll(here.afterEnd(), Collections.nCopies(here.removed() - here.added(), ""));
        return goal.with(change.file(), change.after().orElseThrow().withText(String.join("\n", lines)));
    }

    private SourceFile withoutHunk(Hunk gone) {
        List<String> lines = new ArrayList<>(lines(change.after()));
        lines.subList(gone.afterStart(), gone.afterEnd()).clear();
        lines.addAll(gone.afterStart(), lines(change.before()).subList(gone.beforeStart(), gone.beforeEnd()));
        return change.before().orElseThrow().withText(String.join("\n", lines));
    }

    private static List<String> lines(Optional<SourceFile> file) {
        return List.of(file.map(SourceFile::text).orElse("").split("\n", -1));
    }
}
