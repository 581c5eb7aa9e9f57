package dev.milliner.build.kiwi;

import dev.milliner.build.log.LogSeverity;
import dev.milliner.build.run.BuildRun;
import dev.milliner.ground.ToolReader;
import java.util.Optional;
import java.util.function.Predicate;

/** Turns what KIWI prints into log lines and progress, and keeps what it gives as the cause of a failure. */
public final class KiwiReader implements ToolReader {
    private final BuildRun run;
    private final KiwiProgress progress = new KiwiProgress();
    private final KiwiLines lines = new KiwiLines();
    private final StringBuilder errors = new StringBuilder();

    public KiwiReader(BuildRun run) {
        this.run = run;
    }

    @Override
    public void line(String text) {
        KiwiLine line = lines.next(text);
        if (line.hasText() && !saysWhereItLooks(line)) {
            run.log(line.severity(), line.text());
            if (line.severity() == LogSeverity.ERROR) {
                errors.append(line.text().strip()).append('\n');
            }
        }
        run.progress(progress.after(line));
    }

    /** KIWI says before each command where it looks for its program; kiwi.log keeps that. */
    private static boolean saysWhereItLooks(KiwiLine line) {
        return line.severity() == LogSeverity.DEBUG && line.text().startsWith("Looking for ");
    }

    /**
     * The line that says why KIWI failed: a detail of a tool where there is one, else KIWI's own last message.
     *
     * @param otherwise what to say where KIWI gave no reason
     */
    public String cause(String otherwise) {
        return last(KiwiReader::isDetail)
                .or(() -> last(line -> line.startsWith("Kiwi")))
                .or(() -> last(line -> !isNoise(line)))
                .map(line -> "KIWI failed: " + line)
                .orElse(otherwise);
    }

    private Optional<String> last(Predicate<String> which) {
        return errors.toString().lines().filter(which).reduce((first, second) -> second);
    }

    private static boolean isDetail(String line) {
        return !isNoise(line) && (line.startsWith("Error:") || line.contains(" error:") || line.contains("stderr: "));
    }

    /** dnf begins every failure with the first; KIWI ends every failed command with the second. */
    private static boolean isNoise(String line) {
        return line.isBlank() || line.contains("No matches found for the following") || line.startsWith(", stdout:");
    }
}
