package dev.milliner.build.kiwi;

import dev.milliner.build.log.LogSeverity;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of KIWI's output.
 *
 * @param severity how much it matters
 * @param text without KIWI's stamp of severity and time
 * @param percent what a progress bar before it shows
 */
record KiwiLine(LogSeverity severity, String text, OptionalInt percent) {
    private static final Pattern BAR = Pattern.compile("\\[ INFO +\\]: Processing: \\[[# ]*\\] (\\d+)%");
    private static final Pattern STAMPED =
            Pattern.compile("\\[ (DEBUG|INFO|WARNING|ERROR|CRITICAL) *\\]: \\d\\d:\\d\\d:\\d\\d \\| (.*)");

    /**
     * Reads a line.
     *
     * @param line as KIWI printed it
     * @param before the severity of the line before, which a line without a stamp goes on with
     */
    static KiwiLine of(String line, LogSeverity before) {
        Matcher bar = BAR.matcher(line);
        OptionalInt percent = OptionalInt.empty();
        int end = 0;
        while (bar.find()) {
            percent = OptionalInt.of(Integer.parseInt(bar.group(1)));
            end = bar.end();
        }
        String rest = line.substring(end);
        Matcher stamped = STAMPED.matcher(rest);
        if (!stamped.matches()) {
            boolean schema = rest.contains(":ERROR:");
            return new KiwiLine(schema ? LogSeverity.ERROR : before, rest, percent);
        }
        LogSeverity severity =
                switch (stamped.group(1)) {
                    case "DEBUG" -> LogSeverity.DEBUG;
                    case "WARNING" -> LogSeverity.WARNING;
                    case "ERROR", "CRITICAL" -> LogSeverity.ERROR;
                    default -> LogSeverity.INFO;
                };
        return new KiwiLine(severity, stamped.group(2), percent);
    }

    /** Tells whether there is anything but a progress bar. */
    boolean hasText() {
        return !text.isBlank();
    }
}
