package dev.milliner.workbench.editor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.fxmisc.richtext.model.PlainTextChange;

/** What edits do to ranges, said in plain offsets, to compare the editor's own answer with. */
final class NaiveRanges {
    private static final int MOST_EDITS = 200;

    private final Deque<Step> steps = new ArrayDeque<>();
    private List<Stretch> all = List.of();

    /** A stretch of the text and its number. */
    record Stretch(int start, int end, int number) {}

    private record Part(int at, int removed, int inserted) {
        private Optional<Stretch> moved(Stretch range) {
            boolean empty = range.start == range.end;
            int last = at + removed;
            boolean gone = empty ? at < range.start && range.start < last : at <= range.start && range.end <= last;
            if (gone) {
                return Optional.empty();
            }
            int start = movedStart(range.start);
            return Optional.of(new Stretch(start, empty ? start : movedEnd(range.end), range.number));
        }

        private int movedStart(int start) {
            if (start < at || (start == at && removed > 0)) {
                return start;
            }
            return start < at + removed ? at + inserted : start + inserted - removed;
        }

        private int movedEnd(int end) {
            if (end <= at) {
                return end;
            }
            return end < at + removed ? at : end + inserted - removed;
        }
    }

    private record Step(PlainTextChange change, List<Stretch> before) {
        boolean isTakenBackBy(PlainTextChange next) {
            return next.getPosition() == change.getPosition()
                    && next.getRemoved().equals(change.getInserted())
                    && next.getInserted().equals(change.getRemoved());
        }
    }

    void set(List<Stretch> now) {
        steps.clear();
        all = List.copyOf(now);
    }

    List<Stretch> all() {
        return all;
    }

    void follow(PlainTextChange change) {
        if (all.isEmpty() && steps.isEmpty()) {
            return;
        }
        if (!steps.isEmpty() && steps.peek().isTakenBackBy(change)) {
            all = steps.pop().before;
            return;
        }
        steps.push(new Step(change, all));
        if (steps.size() > MOST_EDITS) {
            steps.removeLast();
        }
        List<Part> parts = parts(change);
        List<Stretch> now = new ArrayList<>();
        for (Stretch range : all) {
            Optional<Stretch> moved = Optional.of(range);
            for (Part part : parts) {
                moved = moved.flatMap(part::moved);
            }
            moved.ifPresent(now::add);
        }
        all = now;
    }

    private static List<Part> parts(PlainTextChange change) {
        String[] before = change.getRemoved().split("\n", -1);
        String[] after = change.getInserted().split("\n", -1);
        List<Part> parts = new ArrayList<>();
        int moved = change.getPosition();
        if (before.length > 1 && before.length == after.length) {
            for (int i = 0; i < before.length; i++) {
                if (!before[i].equals(after[i])) {
                    int same = sameStart(before[i], after[i]);
                    int tail = sameStart(reversed(before[i].substring(same)), reversed(after[i].substring(same)));
                    int removed = before[i].length() - same - tail;
                    int inserted = after[i].length() - same - tail;
                    parts.add(new Part(moved + same, removed, inserted));
                }
                moved += after[i].length() + 1;
            }
        }
        if (parts.isEmpty()) {
            parts.add(new Part(
                    change.getPosition(),
                    change.getRemoved().length(),
                    change.getInserted().length()));
        }
        return parts;
    }

    private static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    private static int sameStart(String one, String other) {
        int same = 0;
        while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same;
    }
}
