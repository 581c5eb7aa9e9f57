package dev.milliner.build.kiwi;

import dev.milliner.build.log.LogSeverity;

/**
 * Reads what KIWI prints line by line. Where in KIWI something arose tells of KIWI, not of what is wrong, so of Python's traces
 * only the line behind them, which says it, matters as much as what they stand in.
 */
final class KiwiLines {
    private static final String TRACE = "Traceback (most recent call last):";

    private LogSeverity severity = LogSeverity.INFO;
    private boolean tracing;

    /** Reads the next line. */
    KiwiLine next(String text) {
        KiwiLine line = KiwiLine.of(text, severity);
        boolean inside = tracing && (line.text().startsWith(" ") || !line.hasText());
        tracing = line.text().startsWith(TRACE) || inside;
        if (tracing) {
            return new KiwiLine(LogSeverity.DEBUG, line.text(), line.percent());
        }
        severity = line.severity();
        return line;
    }
}
