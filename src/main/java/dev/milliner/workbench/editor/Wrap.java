package dev.milliner.workbench.editor;

import java.util.stream.IntStream;

/**
 * Where a line that is wider than the view goes on in another row: behind the last blank that fits, else behind a sign, else
 * wherever it must. Rows that go on are indented as their line is.
 *
 * <p>It counts in cells, each as wide as a letter of the code font; what is not of that font counts rather wider than it is.
 *
 * @param columns how many cells a row has
 */
record Wrap(int columns) {
    /** No line is wrapped. */
    static final Wrap NONE = new Wrap(Integer.MAX_VALUE);

    /** The fewest cells that a row has, however narrow the view is. */
    static final int FEWEST = 20;

    private static final String SIGNS = ",;:/|&?=)]}>";
    private static final int[] ONE_ROW = {};

    /** The columns at which rows begin besides the first, in order; none where the line fits. */
    int[] breaks(String text) {
        boolean fits = (long) text.length() * Cells.TAB <= columns
                || (text.length() <= columns && CodeMetrics.isPlain(text, 0, text.length()));
        return fits ? ONE_ROW : wrapped(text);
    }

    private int[] wrapped(String text) {
        IntStream.Builder breaks = IntStream.builder();
        int start = next(text, 0, columns);
        int rest = columns - indent(text);
        while (start < text.length()) {
            breaks.add(start);
            start = next(text, start, rest);
        }
        return breaks.build().toArray();
    }

    /** Where the row behind one ends that begins at a column; the text's length where nothing is behind it. */
    private static int next(String text, int start, int room) {
        int used = 0;
        int blank = start;
        int sign = start;
        boolean isIndent = true;
        for (int at = start; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int letter = text.codePointAt(at);
            used += Cells.of(letter, used);
            boolean isBlank = letter == ' ' || letter == '\t';
            if (used > room && at > start && !(isBlank && used == room + 1)) {
                return blank > start ? blank : sign > start ? sign : at;
            }
            isIndent &= isBlank;
            blank = isBlank && !isIndent ? at + 1 : blank;
            sign = SIGNS.indexOf(letter) >= 0 ? at + 1 : sign;
        }
        return text.length();
    }

    /** How many cells rows of a line that go on are indented by; none where too little would be left of them. */
    int indent(String text) {
        int used = 0;
        for (int at = 0; at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t'); at++) {
            used += Cells.of(text.charAt(at), used);
        }
        return used <= columns / 2 ? used : 0;
    }
}
