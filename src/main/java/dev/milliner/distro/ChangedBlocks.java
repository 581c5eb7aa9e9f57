package dev.milliner.distro;

import dev.milliner.text.TextRange;
import java.util.Optional;
import java.util.Set;

/**
 * The lines in which two texts of a file differ, with those around them from where one component begins up to another: their
 * headers and all outside of them are the same in both, on the same lines.
 *
 * @param before the first text
 * @param now the second
 * @param from where they begin in both, in UTF-16 units
 * @param line the first of them, from 1
 * @param toBefore where the header behind them begins in the first text
 * @param endLine the line of that header
 */
record ChangedBlocks(String before, String now, int from, int line, int toBefore, int endLine) {
    /** With more it is as well to read all. */
    private static final int MOST_LINES = 200;

    /**
     * Where two texts differ.
     *
     * @param before the first text
     * @param now the second
     * @param components what the first defines
     * @return the lines; empty where the rest does not stand on the same lines or no headers are near
     */
    static Optional<ChangedBlocks> between(String before, String now, TableValue components) {
        int most = Math.min(before.length(), now.length());
        int same = 0;
        while (same < most && before.charAt(same) == now.charAt(same)) {
            same++;
        }
        int end = 0;
        while (end < most - same && before.charAt(before.length() - 1 - end) == now.charAt(now.length() - 1 - end)) {
            end++;
        }
        int breaks = breaks(before, same, before.length() - end);
        return breaks == breaks(now, same, now.length() - end)
                ? around(before, now, components, same, before.length() - end, breaks)
                : Optional.empty();
    }

    private static Optional<ChangedBlocks> around(
            String before, String now, TableValue components, int same, int end, int breaks) {
        int from = same == 0 ? 0 : before.lastIndexOf('\n', same - 1) + 1;
        int line = breaks(before, 0, from) + 1;
        int endLine = line + breaks;
        int first = line;
        do {
            from = from == 0 ? -1 : before.lastIndexOf('\n', from - 2) + 1;
            line--;
        } while (from >= 0 && first - line < MOST_LINES && !beginsAt(before, from, line, components));
        int to = end;
        int last = endLine;
        do {
            to = before.indexOf('\n', to) + 1;
            endLine++;
        } while (to > 0 && endLine - last < MOST_LINES && !beginsAt(before, to, endLine, components));
        boolean found = from >= 0 && to > 0 && first - line < MOST_LINES && endLine - last < MOST_LINES;
        return found ? Optional.of(new ChangedBlocks(before, now, from, line, to, endLine)) : Optional.empty();
    }

    /** Tells whether a component begins at a line, with a header that was understood. */
    private static boolean beginsAt(String text, int at, int line, TableValue components) {
        int end = text.indexOf('\n', at);
        return text.startsWith(ComponentHeaders.START, at)
                && ComponentHeaders.name(text.substring(at, end < 0 ? text.length() : end))
                        .filter(name -> components.at(name) instanceof TableValue table
                                && table.head().range().line() == line)
                        .isPresent();
    }

    private static int breaks(String text, int from, int to) {
        int breaks = 0;
        for (int at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) {
            breaks++;
        }
        return breaks;
    }

    /** Tells whether something stands in these lines as a whole. */
    boolean holds(TextRange range) {
        return range.line() >= line && range.endLine() < endLine;
    }

    /** What the lines say now, on the same lines. */
    String textNow() {
        return "\n".repeat(line - 1) + linesNow();
    }

    /** The second text. */
    String wholeText() {
        return now;
    }

    private String linesNow() {
        return now.substring(from, toBefore + now.length() - before.length());
    }

    /** Tells whether a place lies in a line that is a header now, sound or not. */
    boolean isHeader(TextRange range) {
        return range.line() == range.endLine()
                && linesNow()
                        .lines()
                        .skip(range.line() - line)
                        .findFirst()
                        .filter(text -> text.stripLeading().startsWith("["))
                        .isPresent();
    }

    /** The components that the lines name in headers in the first text; empty where other headers may stand there. */
    Optional<Set<String>> namesBefore() {
        return ComponentHeaders.names(before.substring(from, toBefore));
    }

    /** The same in the second text. */
    Optional<Set<String>> namesNow() {
        return ComponentHeaders.names(linesNow());
    }
}
