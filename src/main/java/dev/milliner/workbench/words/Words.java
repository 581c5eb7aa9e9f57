package dev.milliner.workbench.words;

import java.util.Locale;

/** Numbers and sizes in words, as the screens write them. */
public final class Words {
    private Words() {}

    /** A number with thin groups of three digits: {@code 7 583}. */
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '\u2009');
    }

    /** The same, starting with a capital, as all words on the screen do. */
    public static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** A size in bytes with three significant digits: {@code 1.08 GB}. */
    public static String size(long bytes) {
        double value = bytes;
        for (String unit : new String[] {"B", "kB", "MB", "GB", "TB"}) {
            if (value < 1000 || unit.equals("TB")) {
                return (value < 10 && !unit.equals("B")
                                ? String.format(Locale.ROOT, "%.2f", value)
                                : value < 100 && !unit.equals("B")
                                        ? String.format(Locale.ROOT, "%.1f", value)
                                        : String.format(Locale.ROOT, "%.0f", value))
                        + " " + unit;
            }
            value /= 1000;
        }
        throw new IllegalStateException("no unit is left");
    }

    /** A duration in the two largest units that count: {@code 2 m 14 s}, {@code 3.4 s}, {@code 6 ms}. */
    public static String duration(java.time.Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1000) {
            return millis + " ms";
        } else if (millis < 60_000) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
        } else if (millis < 3_600_000) {
            return millis / 60_000 + " m " + millis / 1000 % 60 + " s";
        }
        return millis / 3_600_000 + " h " + millis / 60_000 % 60 + " m";
    }
}
