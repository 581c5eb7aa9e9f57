package dev.milliner.overlay.derive;

import com.google.re2j.Pattern;
import java.util.function.Predicate;

/**
 * A text that takes another's place.
 *
 * @param regex what it replaces, as Go's expressions have it
 * @param replacement the text, taken literally
 * @param mayMatch tells of a line whether the expression matches in it
 */
record Exchange(String regex, String replacement, Predicate<String> mayMatch) {
    static Exchange ofText(String old, String now) {
        return new Exchange(Pattern.quote(old), now, line -> line.contains(old));
    }

    /** The whole line, and no other that holds it. */
    static Exchange ofLine(String old, String now) {
        return new Exchange("^" + Pattern.quote(old) + "$", now, old::equals);
    }

    /** An expression of another kind. */
    static Exchange ofRegex(String regex, String replacement) {
        Pattern pattern = Pattern.compile(regex);
        return new Exchange(regex, replacement, line -> pattern.matcher(line).find());
    }
}
