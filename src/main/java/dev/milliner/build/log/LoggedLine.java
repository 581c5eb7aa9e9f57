package dev.milliner.build.log;

/**
 * A line of a build's log.
 *
 * @param number from 1
 * @param time when it was written, as {@code HH:mm:ss.SSS}
 * @param stage the stage it belongs to
 * @param severity how much it matters
 * @param text what the tool printed, with its colours
 */
public record LoggedLine(int number, String time, Stage stage, LogSeverity severity, String text) {
    private static final int TIME = 12;

    /** Reads a line of a log's file; one of another form counts as plain text. */
    static LoggedLine parse(int number, String line) {
        int stageEnd = line.indexOf(' ', TIME + 1);
        int severityEnd = stageEnd < 0 ? -1 : line.indexOf(' ', stageEnd + 1);
        if (severityEnd > 0) {
            try {
                return new LoggedLine(
                        number,
                        line.substring(0, TIME),
                        Stage.valueOf(line.substring(TIME + 1, stageEnd)),
                        LogSeverity.valueOf(line.substring(stageEnd + 1, severityEnd)),
                        line.substring(severityEnd + 1));
            } catch (IllegalArgumentException foreign) {
                // A line that another program wrote.
            }
        }
        return new LoggedLine(number, "", Stage.CHECK, LogSeverity.INFO, line);
    }
}
