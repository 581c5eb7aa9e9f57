package dev.milliner.build;

/** Turns what KIWI prints into log lines and progress, and keeps what it gives as the cause of a failure. */
final class KiwiReader implements ToolReader {
    private final BuildRun run;
    private final KiwiProgress progress = new KiwiProgress();
    private LogSeverity severity = LogSeverity.INFO;
    private final StringBuilder errors = new StringBuilder();

    KiwiReader(BuildRun run) {
        this.run = run;
    }

    @Override
    public void line(String text) {
        KiwiLine line = KiwiLine.of(text, severity);
        severity = line.severity();
        if (line.hasText()) {
            run.log(line.severity(), line.text());
            if (line.severity() == LogSeverity.ERROR) {
                errors.append(line.text().strip()).append('\n');
            }
        }
        run.progress(progress.after(line));
    }

    /** The last error that says more than that something failed. */
    String cause(String otherwise) {
        return errors.toString()
                .lines()
                .filter(line -> !line.isBlank() && !line.contains("No matches found for the following"))
                .reduce((first, second) -> isDetail(second) || !isDetail(first) ? second : first)
                .map(line -> "KIWI failed: " + line)
                .orElse(otherwise);
    }

    private static boolean isDetail(String line) {
        return line.startsWith("Error:") || line.contains("error:");
    }
}
