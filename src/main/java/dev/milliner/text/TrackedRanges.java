package dev.milliner.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is said of stretches of a text that is being edited. Each range moves with its text; when an edit is taken back,
 * what it did to ranges is taken back too, even where it had swallowed them.
 *
 * @param <T> what is said of a stretch
 */
public final class TrackedRanges<T> {
    /** Edits further back than this are not taken back exactly. */
    private static final int MOST_EDITS = 200;

    private final Deque<Step<T>> steps = new ArrayDeque<>();
    private List<Tracked<T>> all = List.of();
    private Map<Integer, List<Tracked<T>>> byLine = Map.of();

    /**
     * A stretch and what is said of it.
     *
     * @param <T> what is said of it
     */
    public record Tracked<T>(TextRange range, T what) {}

    private record Step<T>(TextEdit edit, List<Tracked<T>> before) {}

    /**
     * Says other things, in place of those said before, of the text as it is now.
     *
     * @return the lines, counted from 1, in which something else begins than before
     */
    public Set<Integer> set(List<Tracked<T>> now) {
        if (now.equals(all)) {
            return Set.of();
        }
        Map<Integer, List<Tracked<T>>> before = byLine;
        steps.clear();
        hold(List.copyOf(now));
        Set<Integer> lines = new HashSet<>(before.keySet());
        lines.addAll(byLine.keySet());
        lines.removeIf(line -> beginningIn(line).equals(before.get(line)));
        return lines;
    }

    /** All that is said. */
    public List<Tracked<T>> all() {
        return all;
    }

    /** Tells whether nothing is said, nor would be if edits were taken back. */
    public boolean isEmpty() {
        return all.isEmpty() && steps.isEmpty();
    }

    /** What is said of stretches that begin in a line, counted from 1. */
    public List<Tracked<T>> beginningIn(int line) {
        return byLine.getOrDefault(line, List.of());
    }

    /**
     * Follows an edit.
     *
     * @return true where ranges went to other lines, or went, or came back
     */
    public boolean edited(TextEdit edit) {
        if (isEmpty()) {
            return false;
        }
        int before = all.size();
        follow(edit);
        return edit.removedBreaks() > 0 || edit.insertedBreaks() > 0 || all.size() != before;
    }

    private void follow(TextEdit edit) {
        Step<T> last = steps.peek();
        if (last != null && last.edit.inverse().equals(edit)) {
            steps.pop();
            hold(last.before);
            return;
        }
        steps.push(new Step<>(edit, all));
        if (steps.size() > MOST_EDITS) {
            steps.removeLast();
        }
        hold(moved(edit));
    }

    private List<Tracked<T>> moved(TextEdit edit) {
        List<Tracked<T>> now = new ArrayList<>(all.size());
        for (Tracked<T> tracked : all) {
            edit.moved(tracked.range())
                    .ifPresent(range ->
                            now.add(range.equals(tracked.range()) ? tracked : new Tracked<>(range, tracked.what())));
        }
        return List.copyOf(now);
    }

    private void hold(List<Tracked<T>> now) {
        all = now;
        Map<Integer, List<Tracked<T>>> lines = new HashMap<>();
        now.forEach(tracked -> lines.computeIfAbsent(tracked.range().line(), line -> new ArrayList<>())
                .add(tracked));
        byLine = lines;
    }
}
