package dev.milliner.source;

/** Where the text of a pattern has its wildcards, slashes and braces, as doublestar looks for them. */
final class GlobText {
    private GlobText() {}

    /** The first wildcard that is not escaped, or -1. Without one, a pattern is a name. */
    static int firstWildcard(String pattern) {
        for (int at = 0; at < pattern.length(); at++) {
            switch (pattern.charAt(at)) {
                case '\\' -> at++;
                case '*', '?', '[', '{' -> {
                    return at;
                }
                default -> {}
            }
        }
        return -1;
    }

    /** The last slash or closing brace before a place, or -1; one behind a backslash does not count. */
    static int lastSlashOrBrace(String pattern, int before) {
        return Math.max(lastSlash(pattern, before), last(pattern, '}', before));
    }

    /** The last slash before a place, or -1; one behind a backslash does not count. */
    static int lastSlash(String pattern, int before) {
        return last(pattern, '/', before);
    }

    private static int last(String pattern, char wanted, int before) {
        int at = pattern.lastIndexOf(wanted, before - 1);
        while (at > 0 && pattern.charAt(at - 1) == '\\') {
            at = pattern.lastIndexOf(wanted, at - 1);
        }
        return at;
    }

    /** The brace that opens what one at a place closes, or -1: in a class of characters a brace is one of them. */
    static int openingBrace(String pattern, int close) {
        int depth = 1;
        for (int at = close - 1; at >= 0; at--) {
            boolean escaped = at > 0 && pattern.charAt(at - 1) == '\\';
            if (pattern.charAt(at) == '}' && !escaped) {
                depth++;
            } else if (pattern.charAt(at) == '{' && !escaped && --depth == 0) {
                return at;
            }
        }
        return -1;
    }

    /** A path as a pattern that stands for it; a backslash stands for itself there. */
    static String escaped(String path) {
        return path.replaceAll("([*?\\[\\]{}])", "\\\\$1");
    }

    /** The name that a pattern without wildcards stands for. Only backslashes before wildcards are left out. */
    static String unescaped(String pattern) {
        return pattern.replaceAll("\\\\([*?\\[\\]{}])", "$1");
    }
}
