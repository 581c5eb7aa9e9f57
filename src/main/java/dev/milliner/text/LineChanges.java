package dev.milliner.text;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
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
        if (before.equals(now)) {
            return new BitSet();
        }
        return between(List.of(before.split("\n", -1)), List.of(now.split("\n", -1)));
    }

    private static BitSet between(List<String> before, List<String> now) {
        int shortest = Math.min(before.size(), now.size());
        int head = 0;
        while (head < shortest && before.get(head).equals(now.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shortest - head && before.get(before.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
            tail++;
        }
        return middle(before.subList(head, before.size() - tail), now.subList(head, now.size() - tail), head, now);
    }

    private static BitSet middle(List<String> before, List<String> now, int offset, List<String> whole) {
        BitSet changed = new BitSet(whole.size());
        int last = whole.size() - 1;
        if (before.size() + now.size() > MOST_COMPARED || before.isEmpty() || now.isEmpty()) {
            changed.set(Math.min(offset, last), Math.min(offset, last) + Math.max(1, now.size()));
            return changed;
        }
        List<Chunk<String>> chunks =
                DiffUtils.diff(before, now, new MyersDiffWithLinearSpace<String>((a, b) -> a.equals(b)))
                        .getDeltas()
                        .stream()
                        .map(AbstractDelta::getTarget)
                        .toList();
        chunks.forEach(chunk -> changed.set(offset + chunk.getPosition(), offset + chunk.getPosition() + chunk.size()));
        chunks.stream()
                .filter(chunk -> chunk.size() == 0)
                .forEach(gone -> markRemoval(changed, Math.min(offset + gone.getPosition(), last)));
        return changed;
    }

    /** Lines that went beside others that came were changed, which is said already. */
    private static void markRemoval(BitSet changed, int line) {
        if (line == 0 || !changed.get(line - 1)) {
            changed.set(line);
        }
    }
}
