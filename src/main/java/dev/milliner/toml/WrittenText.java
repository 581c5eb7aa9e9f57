package dev.milliner.toml;

import java.util.Locale;

/** Texts as TOML writes them. */
public final class WrittenText {
    private static final int DELETE = 0x7F;

    private WrittenText() {}

    /** A text as a string with quotes that need no escapes, where there are such. */
    public static String quoted(String text) {
        boolean plain = text.chars().noneMatch(WrittenText::isControl);
        if (plain && text.indexOf('"') < 0 && text.indexOf('\\') < 0) {
            return '"' + text + '"';
        }
        return plain && text.indexOf('\'') < 0 ? "'" + text + "'" : '"' + escaped(text) + '"';
    }

    /** A text as it stands between double quotes. */
    public static String escaped(String text) {
        StringBuilder written = new StringBuilder();
        text.chars().forEach(c -> append(written, (char) c));
        return written.toString();
    }

    private static void append(StringBuilder written, char c) {
        switch (c) {
            case '\\' -> written.append("\\\\");
            case '"' -> written.append("\\\"");
            case '\n' -> written.append("\\n");
            case '\t' -> written.append("\\t");
            case '\r' -> written.append("\\r");
            default -> {
                if (isControl(c)) {
                    written.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
                } else {
                    written.append(c);
                }
            }
        }
    }

    private static boolean isControl(int c) {
        return c < ' ' || c == DELETE;
    }
}
