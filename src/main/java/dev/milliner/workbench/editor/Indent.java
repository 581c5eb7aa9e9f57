package dev.milliner.workbench.editor;

/** White space at the start of lines. */
final class Indent {
    /** One step of it. */
    static final String STEP = "  ";

    private Indent() {}

    /** What a line begins with, as far as it stands before a column. */
    static String of(String line, int column) {
        int end = 0;
        while (end < Math.min(column, line.length()) && Character.isWhitespace(line.charAt(end))) {
            end++;
        }
        return line.substring(0, end);
    }

    /** A line with a step more; an empty one stays empty. */
    static String more(String line) {
        return line.isEmpty() ? line : STEP + line;
    }

    /** A line with a step less, as far as it has one. */
    static String less(String line) {
        if (line.startsWith("\t")) {
            return line.substring(1);
        }
        int taken = 0;
        while (taken < Math.min(STEP.length(), line.length()) && line.charAt(taken) == ' ') {
            taken++;
        }
        return line.substring(taken);
    }
}
