package dev.milliner.commit;

import dev.milliner.overlay.Hunk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Tells which parts of what differs the index has: from part to part, all lines that are reached with the part or without it. */
final class StagedParts {
    private final List<String> before;
    private final List<String> after;
    private final List<String> index;

    /** How a line of the index was reached: from which, and whether with the part in between. */
    private record Step(int from, boolean isStaged) {}

    private StagedParts(List<String> before, List<String> after, List<String> index) {
        this.before = before;
        this.after = after;
        this.index = index;
    }

    /**
     * Finds them.
     *
     * @param before the lines in the last commit
     * @param after the lines on the disk
     * @param index the lines that are staged
     * @param parts what differs between the first two, from top to bottom
     * @return the numbers of those parts, from 0; empty where the index has something else
     */
    static Optional<Set<Integer>> of(List<String> before, List<String> after, List<String> index, List<Hunk> parts) {
        return new StagedParts(before, after, index).among(parts);
    }

    private Optional<Set<Integer>> among(List<Hunk> parts) {
        List<Map<Integer, Step>> reached = new ArrayList<>();
        Map<Integer, Step> last = Map.of(0, new Step(0, false));
        int line = 0;
        for (Hunk part : parts) {
            Map<Integer, Step> next = new HashMap<>();
            for (int from : last.keySet()) {
                int at = from + part.beforeStart() - line;
                if (has(before, line, part.beforeStart(), from)) {
                    if (has(before, part.beforeStart(), part.beforeEnd(), at)) {
                        next.putIfAbsent(at + part.removed(), new Step(from, false));
                    }
                    if (has(after, part.afterStart(), part.afterEnd(), at)) {
                        next.putIfAbsent(at + part.added(), new Step(from, true));
                    }
                }
            }
            reached.add(next);
            last = next;
            line = part.beforeEnd();
        }
        int end = index.size() - (before.size() - line);
        return last.containsKey(end) && has(before, line, before.size(), end)
                ? Optional.of(staged(reached, end))
                : Optional.empty();
    }

    private static Set<Integer> staged(List<Map<Integer, Step>> reached, int end) {
        Set<Integer> staged = new TreeSet<>();
        int at = end;
        for (int number = reached.size() - 1; number >= 0; number--) {
            Step step = java.util.Objects.requireNonNull(reached.get(number).get(at));
            if (step.isStaged()) {
                staged.add(number);
            }
            at = step.from();
        }
        return staged;
    }

    private boolean has(List<String> lines, int from, int to, int at) {
        return at + to - from <= index.size() && lines.subList(from, to).equals(index.subList(at, at + to - from));
    }
}
