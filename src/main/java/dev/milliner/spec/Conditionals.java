package dev.milliner.spec;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** The {@code %if} blocks of a spec, by their lines alone. */
final class Conditionals {
    private static final Set<String> OPENING = Set.of("%if", "%ifarch", "%ifnarch", "%ifos", "%ifnos");
    private static final Set<String> BRANCHES =
            Set.of("%else", "%elif", "%elifarch", "%elifnarch", "%elifos", "%elifnos");

    private Conditionals() {}

    /**
     * A block.
     *
     * @param open its first line, from 0
     * @param close its last line
     */
    record Block(int open, int close) {}

    /** 1 for a line that opens a block, -1 for one that closes it, else 0. */
    static int depthChange(String line) {
        String word = firstWord(line);
        if (word.equals("%endif")) {
            return -1;
        }
        return OPENING.contains(word) ? 1 : 0;
    }

    /** Tells whether a line separates branches of a block. */
    static boolean isBranch(String line) {
        return BRANCHES.contains(firstWord(line));
    }

    /** Every block; one whose inner blocks end first comes after them. */
    static List<Block> blocks(List<String> lines) throws SpecEditException {
        List<Block> blocks = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>();
        for (int number = 0; number < lines.size(); number++) {
            int change = depthChange(lines.get(number));
            if (change > 0) {
                open.push(number);
            } else if (change < 0) {
                if (open.isEmpty()) {
                    throw new SpecEditException("unmatched %endif at line " + (number + 1));
                }
                blocks.add(new Block(open.pop(), number));
            }
        }
        if (!open.isEmpty()) {
            throw new SpecEditException("unmatched %if at line " + (open.getLast() + 1));
        }
        return blocks;
    }

    /**
     * Where a line can follow without standing in a block: the line itself, or the end of the block around it.
     *
     * @param line from 0
     * @param end the section's end; a block that is still open there does not count
     */
    static int behind(List<String> lines, int line, int end) {
        int depth = 0;
        for (int number = 0; number <= line; number++) {
            depth += depthChange(lines.get(number));
        }
        if (depth <= 0) {
            return line;
        }
        for (int number = line + 1; number < end; number++) {
            depth += depthChange(lines.get(number));
            if (depth <= 0) {
                return number;
            }
        }
        return line;
    }

    private static String firstWord(String line) {
        String trimmed = GoText.trim(line);
        if (!trimmed.startsWith("%")) {
            return "";
        }
        return GoText.lower(GoText.fields(trimmed).getFirst());
    }
}
