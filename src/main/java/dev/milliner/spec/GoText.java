package dev.milliner.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Text as Go's standard library treats it, which azldev is written in: its white space is Unicode's, not Java's. */
public final class GoText {
    private GoText() {}

    /** Tells whether Go counts a character as white space. */
    public static boolean isSpace(char c) {
        return switch (c) {
            case '\t', '\n', '\u000B', '\f', '\r', ' ', '\u0085', '\u00A0', '\u1680' -> true;
            case '\u2028', '\u2029', '\u202F', '\u205F', '\u3000' -> true;
            default -> c >= '\u2000' && c <= '\u200A';
        };
    }

    /** The text without white space around it. */
    public static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** The words of a text. */
    public static List<String> fields(String text) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean space = i == text.length() || isSpace(text.charAt(i));
            if (space && start >= 0) {
                words.add(text.substring(start, i));
                start = -1;
            } else if (!space && start < 0) {
                start = i;
            }
        }
        return words;
    }

    /** The text in small letters. */
    public static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
