package dev.milliner.overlay.derive;

import dev.milliner.overlay.Hunk;
import dev.milliner.spec.Section;
import dev.milliner.spec.Spec;
import dev.milliner.spec.SpecLine;
import dev.milliner.spec.SpecRead;
import java.util.List;

/**
 * A stretch of a spec that differs, on the spec's model.
 *
 * @param now the lines as they are
 * @param goal the lines that are wanted
 * @param hunk where they differ
 */
record SpecHunk(List<SpecRead> now, List<SpecRead> goal, Hunk hunk) {
    static SpecHunk of(Spec now, Spec goal, Hunk hunk) {
        return new SpecHunk(now.read(), goal.read(), hunk);
    }

    /** The lines that are to go. */
    List<SpecRead> removed() {
        return now.subList(hunk.beforeStart(), hunk.beforeEnd());
    }

    /** The lines that are to come. */
    List<SpecRead> added() {
        return goal.subList(hunk.afterStart(), hunk.afterEnd());
    }

    List<String> addedTexts() {
        return added().stream().map(SpecRead::text).toList();
    }

    /** The section that a line of the spec as it is stands in; the preamble before the first. */
    Section section(int line) {
        return line < 0 ? Section.PREAMBLE : now.get(line).section();
    }

    boolean isHeader(int line) {
        return line >= 0 && line < now.size() && now.get(line).line() instanceof SpecLine.Header;
    }

    String text(int line) {
        return now.get(line).text();
    }
}
