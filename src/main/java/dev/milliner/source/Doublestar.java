package dev.milliner.source;

import java.util.HashSet;
import java.util.Set;

/**
 * Doublestar patterns as azldev reads them: {@code *}, {@code ?}, {@code [a-z]}, {@code {a,b}}, {@code **} between
 * slashes for any number of folders, none included, and {@code \} before a character that means itself.
 */
public final class Doublestar {
    private final String path;

    /** What did not match: stars and braces lead to the same place in ways without number. */
    private final Set<Attempt> failed = new HashSet<>();

    private Doublestar(String path) {
        this.path = path;
    }

    /** Tells whether a pattern can be used: classes and braces are closed, nothing is missing behind a backslash. */
    public static boolean isValid(String pattern) {
        int depth = 0;
        for (int at = 0; at < pattern.length(); at++) {
            switch (pattern.charAt(at)) {
                case '\\' -> at++;
                case '[' -> at = endOfClass(pattern, at);
                case '{' -> depth++;
                case '}' -> depth--;
                default -> {}
            }
            if (depth < 0 || at < 0 || at >= pattern.length()) {
                return false;
            }
        }
        return depth == 0;
    }

    private static int endOfClass(String pattern, int open) {
        int at = open + 1;
        if (at < pattern.length() && (pattern.charAt(at) == '^' || pattern.charAt(at) == '!')) {
            at++;
        }
        if (at >= pattern.length() || pattern.charAt(at) == ']') {
            return -1;
        }
        for (; at < pattern.length(); at++) {
            if (pattern.charAt(at) == '\\') {
                at++;
            } else if (pattern.charAt(at) == ']') {
                return at;
            }
        }
        return -1;
    }

    /** Tells whether a valid pattern matches a whole path. */
    public static boolean matches(String pattern, String path) {
        try {
            return isValid(pattern) && matchesPart(pattern, path);
        } catch (MalformedGlobException malformed) {
            return false;
        }
    }

    /**
     * Tells whether a part of a pattern, which need not be valid by itself, matches a whole path.
     *
     * @throws MalformedGlobException where what is wrong with it is come upon
     */
    static boolean matchesPart(String pattern, String path) throws MalformedGlobException {
        return new Doublestar(path).matches(pattern, 0, 0, true);
    }

    /** What is left of a pattern, tried at a place of the path. */
    private record Attempt(String rest, int pathAt, boolean segmentStart) {}

    private boolean matchesAnew(String pattern, int patternAt, int pathAt, boolean segmentStart)
            throws MalformedGlobException {
        Attempt attempt = new Attempt(pattern.substring(patternAt), pathAt, segmentStart);
        if (failed.contains(attempt)) {
            return false;
        }
        boolean matches = matches(pattern, patternAt, pathAt, segmentStart);
        if (!matches) {
            failed.add(attempt);
        }
        return matches;
    }

    private boolean matches(String pattern, int patternAt, int pathAt, boolean segmentStart)
            throws MalformedGlobException {
        int p = patternAt;
        int n = pathAt;
        boolean start = segmentStart;
        while (n < path.length()) {
            if (p >= pattern.length()) {
                return false;
            }
            char wanted = pattern.charAt(p);
            if (wanted == '*') {
                return star(pattern, p, n, start);
            }
            if (wanted == '{') {
                return alternatives(pattern, p, n);
            }
            int step = one(pattern, p, path.codePointAt(n));
            if (step < 0) {
                return false;
            }
            // A class may match a slash, but begins no segment.
            start = wanted != '[' && path.charAt(n) == '/';
            p = step;
            n += Character.charCount(path.codePointAt(n));
        }
        return matchesNothing(pattern, p);
    }

    /** The place behind what matches one character, or -1. */
    private static int one(String pattern, int at, int character) throws MalformedGlobException {
        char wanted = pattern.charAt(at);
        if (wanted == '?') {
            return character == '/' ? -1 : at + 1;
        }
        if (wanted == '[') {
            int end = endOfClass(pattern, at);
            if (end < 0) {
                throw new MalformedGlobException(pattern);
            }
            return inClass(pattern.substring(at + 1, end), character) ? end + 1 : -1;
        }
        int literal = wanted == '\\' ? at + 1 : at;
        if (literal >= pattern.length()) {
            throw new MalformedGlobException(pattern);
        }
        int code = pattern.codePointAt(literal);
        return code == character ? literal + Character.charCount(code) : -1;
    }

    private static boolean inClass(String set, int character) {
        boolean negated = set.startsWith("^") || set.startsWith("!");
        int at = negated ? 1 : 0;
        boolean found = false;
        while (at < set.length()) {
            at += set.charAt(at) == '\\' ? 1 : 0;
            int low = set.codePointAt(at);
            at += Character.charCount(low);
            int high = low;
            if (at + 1 < set.length() && set.charAt(at) == '-') {
                at += set.charAt(at + 1) == '\\' ? 2 : 1;
                high = set.codePointAt(at);
                at += Character.charCount(high);
            }
            found |= low <= character && character <= high;
        }
        return found != negated;
    }

    private boolean star(String pattern, int at, int n, boolean segmentStart) throws MalformedGlobException {
        int behind = at + 1;
        if (behind < pattern.length() && pattern.charAt(behind) == '*') {
            behind++;
            boolean ends = behind >= pattern.length();
            if (segmentStart && ends) {
                return true;
            }
            if (segmentStart && pattern.charAt(behind) == '/') {
                return folders(pattern, behind + 1, n);
            }
        }
        for (int end = n; end <= path.length(); end++) {
            if (matchesAnew(pattern, behind, end, false)) {
                return true;
            }
            if (end < path.length() && path.charAt(end) == '/') {
                return false;
            }
        }
        return false;
    }

    private boolean folders(String pattern, int behind, int from) throws MalformedGlobException {
        int n = from;
        while (true) {
            if (matchesAnew(pattern, behind, n, true)) {
                return true;
            }
            int slash = path.indexOf('/', n);
            if (slash < 0) {
                return false;
            }
            n = slash + 1;
        }
    }

    /** Each alternative is tried as a pattern that begins here, so what it starts with starts a segment. */
    private boolean alternatives(String pattern, int open, int n) throws MalformedGlobException {
        int close = closingBrace(pattern, open);
        if (close < 0) {
            throw new MalformedGlobException(pattern);
        }
        String before = pattern.substring(0, open);
        String behind = pattern.substring(close + 1);
        int from = open + 1;
        while (from <= close) {
            int to = nextComma(pattern, from, close);
            if (matchesAnew(before + pattern.substring(from, to) + behind, open, n, true)) {
                return true;
            }
            from = to + 1;
        }
        return false;
    }

    /** The brace that closes the one at a place, or -1. */
    static int closingBrace(String pattern, int open) {
        int depth = 0;
        for (int at = open; at < pattern.length(); at++) {
            switch (pattern.charAt(at)) {
                case '\\' -> at++;
                case '{' -> depth++;
                case '}' -> depth--;
                default -> {}
            }
            if (depth == 0) {
                return at;
            }
        }
        return -1;
    }

    /** The comma between alternatives from a place on, or the closing brace. */
    static int nextComma(String pattern, int from, int close) {
        int depth = 0;
        for (int at = from; at < close; at++) {
            char here = pattern.charAt(at);
            if (here == '\\') {
                at++;
            } else if (here == '{') {
                depth++;
            } else if (here == '}') {
                depth--;
            } else if (here == ',' && depth == 0) {
                return at;
            }
        }
        return close;
    }

    /** Tells whether what is left of a pattern at the path's end matches nothing at all. */
    private boolean matchesNothing(String pattern, int at) throws MalformedGlobException {
        return switch (pattern.substring(at)) {
            case "", "*", "**", "/**", "**/", "/**/" -> true;
            default -> pattern.charAt(at) == '{' && alternatives(pattern, at, path.length());
        };
    }
}
