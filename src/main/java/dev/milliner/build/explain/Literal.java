package dev.milliner.build.explain;

/** The longest stretch of plain letters that every text a pattern matches must contain. */
final class Literal {
    private final String pattern;
    private final StringBuilder current = new StringBuilder();
    private String longest = "";

    private Literal(String pattern) {
        this.pattern = pattern;
    }

    /** Empty where a pattern has none, as one with alternatives at its outermost level. */
    static String of(String pattern) {
        return new Literal(pattern).find();
    }

    private String find() {
        for (int i = 0; i < pattern.length(); i++) {
            char letter = pattern.charAt(i);
            switch (letter) {
                case '|' -> {
                    return "";
                }
                case '(' -> {
                    close();
                    i = behindGroup(i);
                }
                case '[' -> {
                    close();
                    i = behindClass(i);
                }
                case '?', '*', '{' -> {
                    current.setLength(Math.max(0, current.length() - 1));
                    close();
                    i = letter == '{' ? pattern.indexOf('}', i) : i;
                }
                case '.', '^', '$', '+' -> close();
                case '\\' -> {
                    i++;
                    escaped(pattern.charAt(i));
                }
                default -> current.append(letter);
            }
        }
        close();
        return longest;
    }

    private void escaped(char letter) {
        if (Character.isLetterOrDigit(letter)) {
            close();
        } else {
            current.append(letter);
        }
    }

    private void close() {
        if (current.length() > longest.length()) {
            longest = current.toString();
        }
        current.setLength(0);
    }

    /** Where the group that starts here ends. */
    private int behindGroup(int start) {
        int depth = 0;
        for (int i = start; i < pattern.length(); i++) {
            switch (pattern.charAt(i)) {
                case '\\' -> i++;
                case '[' -> i = behindClass(i);
                case '(' -> depth++;
                case ')' -> {
                    depth--;
                    if (depth == 0) {
                        return i;
                    }
                }
                default -> {}
            }
        }
        return pattern.length();
    }

    private int behindClass(int start) {
        int i = start + 1;
        if (i < pattern.length() && pattern.charAt(i) == '^') {
            i++;
        }
        // A bracket that comes first is one of the letters.
        if (i < pattern.length() && pattern.charAt(i) == ']') {
            i++;
        }
        while (i < pattern.length() && pattern.charAt(i) != ']') {
            i += pattern.charAt(i) == '\\' ? 2 : 1;
        }
        return i;
    }
}
