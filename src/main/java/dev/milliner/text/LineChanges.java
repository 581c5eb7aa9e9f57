package dev.milliner.text;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Which lines of a text are not as they were. */
public final class LineChanges {
    /** Where more lines than this lie between the first and the last that differ, all of them count as changed. */
    private static final int MOST_COMPARED = 4_000;

    private LineChanges() {}

    /**
     * The lines, counted from 0, that were changed or added. Where lines were taken out, the line that now stands in
     * their place counts.
     *
     * @param before the text as it was, lines ended by line feeds
     * @param now the text as it is
     */
    public static BitSet between(String before, String now) {
        BitSet changed = new BitSet();
        List<LineHunk> hunks = hunks(before, now);
        hunks.forEach(hunk -> changed.set(hunk.now(), hunk.now() + hunk.come()));
        int last = (int) now.chars().filter(c -> c == '\n').count();
        hunks.stream()
                .filter(hunk -> hunk.come() == 0)
                .forEach(gone -> markRemoval(changed, Math.min(gone.now(), last)));
        return changed;
    }

    /**
     * What was changed, from the first line to the last.
     *
     * @param before the text as it was, lines ended by line feeds
     * @param now the text as it is
     */
    public static List<LineHunk> hunks(String before, String now) {
        if (before.equals(now)) {
            return List.of();
        }
        int same = sameLines(before, now);
        int head =
                (int) before.substring(0, same).chars().filter(c -> c == '\n').count();
        return hunks(lines(before, same), lines(now, same), MOST_COMPARED).stream()
                .map(hunk -> hunk.down(head))
                .toList();
    }

    private static List<String> lines(String text, int from) {
        return List.of(text.substring(from).split("\n", -1));
    }

    /** How long the lines are that both begin with: of a long text, a key changes one line. */
    private static int sameLines(String before, String now) {
        int shortest = Math.min(before.length(), now.length());
        int same = 0;
        while (same < shortest && before.charAt(same) == now.charAt(same)) {
            same++;
        }
        return before.lastIndexOf('\n', same - 1) + 1;
    }

    /**
     * What was changed between lists of lines, from the first line to the last.
     *
     * @param most where more lines than this lie between the first and the last that differ, all of them count as changed
     */
    public static List<LineHunk> hunks(List<String> before, List<String> now, int most) {
        if (before.equals(now)) {
            return List.of();
        }
        int shortest = Math.min(before.size(), now.size());
        int head = 0;
        while (head < shortest && before.get(head).equals(now.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shortest - head && before.get(before.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
            tail++;
        }
        return middle(before.subList(head, before.size() - tail), now.subList(head, now.size() - tail), head, most);
    }

    private static List<LineHunk> middle(List<String> before, List<String> now, int head, int most) {
        if (before.size() + now.size() > most || before.isEmpty() || now.isEmpty()) {
            return List.of(new LineHunk(head, before.size(), head, now.size()));
        }
        List<LineHunk> hunks = new ArrayList<>();
        DiffUtils.diff(before, now, new MyersDiffWithLinearSpace<String>((a, b) -> a.equals(b)))
                .getDeltas()
                .forEach(delta -> add(hunks, hunk(delta.getSource(), delta.getTarget(), head)));
        return List.copyOf(hunks);
    }

    /** Lines that came and others that went beside them are one change. */
    private static void add(List<LineHunk> hunks, LineHunk next) {
        if (!hunks.isEmpty() && hunks.getLast().isFollowedBy(next)) {
            hunks.add(hunks.removeLast().with(next));
        } else {
            hunks.add(next);
        }
    }

    private static LineHunk hunk(Chunk<String> gone, Chunk<String> come, int head) {
        return new LineHunk(head + gone.getPosition(), gone.size(), head + come.getPosition(), come.size());
    }

    /** Lines that went beside others that came were changed, which is said already. */
    private static void markRemoval(BitSet changed, int line) {
        if (line == 0 || !changed.get(line - 1)) {
            changed.set(line);
        }
    }
}
