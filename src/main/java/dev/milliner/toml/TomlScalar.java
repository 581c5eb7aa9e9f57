package dev.milliner.toml;

import dev.milliner.text.TextRange;

/**
 * A string, number, boolean, date or time.
 *
 * @param kind what it is
 * @param value a String, Long, Double or Boolean; dates and times as they are written
 * @param range where it stands
 */
public record TomlScalar(Kind kind, Object value, TextRange range) implements TomlNode {
    /** The kinds of scalar TOML knows. */
    public enum Kind {
        STRING("string"),
        INTEGER("integer"),
        FLOAT("float"),
        BOOLEAN("boolean"),
        OFFSET_DATE_TIME("date-time"),
        LOCAL_DATE_TIME("local date-time"),
        LOCAL_DATE("local date"),
        LOCAL_TIME("local time");

        private final String label;

        Kind(String label) {
            this.label = label;
        }
    }

    @Override
    public String kindName() {
        return kind.label;
    }
}
