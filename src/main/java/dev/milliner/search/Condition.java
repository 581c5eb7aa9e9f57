package dev.milliner.search;

import com.google.re2j.Pattern;
import java.util.List;

/** What a query demands of a definition. */
sealed interface Condition {
    /** Both hold. */
    record And(Condition one, Condition other) implements Condition {}

    /** One of them holds. */
    record Or(Condition one, Condition other) implements Condition {}

    /** It does not hold. */
    record Not(Condition not) implements Condition {}

    /** A key is set. */
    record Has(List<String> keys) implements Condition {}

    /** A value is a text, or is not set where the text is empty, {@code false} or {@code 0}. */
    record Equal(List<String> keys, String value) implements Condition {}

    /** A value holds a match of a regular expression. */
    record Matches(List<String> keys, Pattern pattern) implements Condition {}

    /** A value lies before or behind another: as numbers where both are, else as texts. */
    record Compares(List<String> keys, String sign, String value) implements Condition {}
}
