package dev.milliner.build.rpm;

import dev.milliner.build.log.LogSeverity;
import java.util.Collection;

/** What a line of rpmbuild's output means. */
public final class RpmbuildLine {
    private RpmbuildLine() {}

    public static LogSeverity severity(String line) {
        if (line.startsWith("+")) {
            return LogSeverity.DEBUG;
        }
        String lower = line.toLowerCase(java.util.Locale.ROOT);
        if (lower.startsWith("error:") || lower.contains(" error: ") || lower.contains("fatal error:")) {
            return LogSeverity.ERROR;
        }
        if (lower.startsWith("warning:") || lower.contains(" warning: ")) {
            return LogSeverity.WARNING;
        }
        return LogSeverity.INFO;
    }

    /**
     * The line that says why a build failed: the first error that is not rpmbuild's own summing up.
     *
     * @param lines the last lines of the build
     * @param otherwise what to say where none does
     */
    public static String cause(Collection<String> lines, String otherwise) {
        return lines.stream()
                .filter(line -> severity(line) == LogSeverity.ERROR)
                .filter(line -> !line.contains("Bad exit status") && !line.startsWith("RPM build errors"))
                .findFirst()
                .map(line -> line.replaceFirst("^error: ", ""))
                .orElse(otherwise);
    }
}
