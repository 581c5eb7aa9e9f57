package dev.milliner.overlay.derive;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Ways to turn one line into another, from the least text to the whole line. */
final class Exchanges {
    /** How many words around what differs are taken in, one more with each way. */
    private static final int MOST_WORDS = 4;

    private Exchanges() {}

    static Set<Exchange> between(String old, String now) {
        int start = sharedStart(old, now);
        int end = sharedEnd(old, now, start);
        Set<Exchange> found = new LinkedHashSet<>();
        int from = wordStart(old, start);
        int to = wordEnd(old, old.length() - end);
        add(found, old, now, start, old.length() - end);
        for (int i = 0; i < MOST_WORDS; i++) {
            add(found, old, now, from, to);
            from = wordStart(old, Math.max(0, from - 1));
            add(found, old, now, from, to);
            to = wordEnd(old, Math.min(old.length(), to + 1));
        }
        found.add(Exchange.ofLine(old, now));
        return found;
    }

    /** What comes in the place of whole words: of letters, digits and underscores, or of all that white space does not part. */
    static Optional<String> word(String old, String now, boolean letters) {
        int start = sharedStart(old, now);
        int end = sharedEnd(old, now, start);
        int from = start;
        int to = old.length() - end;
        while (from > 0 && isOfWord(old.charAt(from - 1), letters)) {
            from--;
        }
        while (to < old.length() && isOfWord(old.charAt(to), letters)) {
            to++;
        }
        int until = now.length() - (old.length() - to);
        return from <= until ? Optional.of(now.substring(from, until)) : Optional.empty();
    }

    private static boolean isOfWord(char c, boolean letters) {
        return letters ? Character.isLetterOrDigit(c) || c == '_' : !Character.isWhitespace(c);
    }

    /** The least that comes into a line. */
    static Optional<String> least(String old, String now) {
        int start = sharedStart(old, now);
        return Optional.of(now.substring(start, now.length() - sharedEnd(old, now, start)));
    }

    /** The least that goes from a line into which nothing comes; empty where something does. */
    static Optional<String> gone(String old, String now) {
        int start = sharedStart(old, now);
        int end = sharedEnd(old, now, start);
        return start + end == now.length() ? Optional.of(old.substring(start, old.length() - end)) : Optional.empty();
    }

    /** What stands from one place to another in the old line, with what takes its place; nothing can't be looked for. */
    private static void add(Set<Exchange> found, String old, String now, int from, int to) {
        if (from < to) {
            int behind = old.length() - to;
            found.add(Exchange.ofText(old.substring(from, to), now.substring(from, now.length() - behind)));
        }
    }

    private static int sharedStart(String old, String now) {
        int most = Math.min(old.length(), now.length());
        int at = 0;
        while (at < most && old.charAt(at) == now.charAt(at)) {
            at++;
        }
        return at > 0 && Character.isHighSurrogate(old.charAt(at - 1)) ? at - 1 : at;
    }

    private static int sharedEnd(String old, String now, int start) {
        int most = Math.min(old.length(), now.length()) - start;
        int at = 0;
        while (at < most && old.charAt(old.length() - 1 - at) == now.charAt(now.length() - 1 - at)) {
            at++;
        }
        return at > 0 && Character.isLowSurrogate(old.charAt(old.length() - at)) ? at - 1 : at;
    }

    private static int wordStart(String text, int at) {
        int start = at;
        while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static int wordEnd(String text, int at) {
        int end = at;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
