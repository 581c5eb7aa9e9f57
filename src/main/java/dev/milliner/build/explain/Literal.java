package dev.milliner.build.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Words of which every text that a pattern matches must contain one. Few lines of a log contain any, so that most rules
 * need not be tried on most lines.
 */
final class Literal {
    private final String pattern;
    private final StringBuilder current = new StringBuilder();
    private Set<String> best = Set.of();

    private Literal(String pattern) {
        this.pattern = pattern;
    }

    /** Empty where a pattern demands no word. */
    static Set<String> of(String pattern) {
        Set<String> words = new TreeSet<>();
        for (String branch : branches(pattern)) {
            Set<String> own = new Literal(branch).find();
            if (own.isEmpty()) {
                return Set.of();
            }
            words.addAll(own);
        }
        return words;
    }

    private static List<String> branches(String pattern) {
        Literal whole = new Literal(pattern);
        List<String> branches = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < pattern.length(); i++) {
            switch (pattern.charAt(i)) {
                case '\\' -> i++;
                case '(' -> i = whole.behindGroup(i);
                case '[' -> i = whole.behindClass(i);
                case '|' -> {
                    branches.add(pattern.substring(start, i));
                    start = i + 1;
                }
                default -> {}
            }
        }
        branches.add(pattern.substring(start));
        return branches;
    }

    private Set<String> find() {
        for (int i = 0; i < pattern.length(); i++) {
            char letter = pattern.charAt(i);
            switch (letter) {
                case '(' -> {
                    close();
                    int end = behindGroup(i);
                    if (!mayBeAbsent(end + 1)) {
                        offer(of(inside(i, end)));
                    }
                    i = end;
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
        return best;
    }

    private boolean mayBeAbsent(int next) {
        return next < pattern.length() && "?*{".indexOf(pattern.charAt(next)) >= 0;
    }

    /** A group's own pattern, without its name. */
    private String inside(int start, int end) {
        String inner = pattern.substring(start + 1, Math.min(end, pattern.length()));
        if (!inner.startsWith("?")) {
            return inner;
        }
        int behind = inner.startsWith("?P<") ? inner.indexOf('>') : inner.indexOf(':');
        return behind < 0 ? "" : inner.substring(behind + 1);
    }

    private void escaped(char letter) {
        if (Character.isLetterOrDigit(letter)) {
            close();
        } else {
            current.append(letter);
        }
    }

    private void close() {
        if (current.length() > 2) {
            offer(Set.of(current.toString()));
        }
        current.setLength(0);
    }

    /** Keeps the words that are rarer, which longer ones are. */
    private void offer(Set<String> words) {
        if (shortest(words) > shortest(best)) {
            best = words;
        }
    }

    private static int shortest(Set<String> words) {
        return words.stream().mapToInt(String::length).min().orElse(0);
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
