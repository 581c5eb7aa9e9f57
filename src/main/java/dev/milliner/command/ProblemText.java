package dev.milliner.command;

import dev.milliner.distro.Caused;
import dev.milliner.distro.Problem;
import dev.milliner.ground.Amount;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Problems as lines of text. */
final class ProblemText {
    private ProblemText() {}

    /** In the form that editors and build logs know: file, line and column first. */
    static String line(Problem problem) {
        return "%s:%d:%d: %s: %s"
                .formatted(
                        TerminalOutput.oneLine(problem.place().file()),
                        problem.place().range().line(),
                        problem.place().range().column(),
                        severity(problem),
                        TerminalOutput.oneLine(problem.message()));
    }

    /** A problem, and what follows only from it, further in. */
    static String lines(Caused caused) {
        int count = caused.follow().size();
        if (count == 0) {
            return line(caused.problem());
        }
        String follow = "  " + count + Amount.either(count, " more follows", " more follow") + " from this:";
        return Stream.concat(
                        Stream.of(line(caused.problem()), follow),
                        caused.follow().stream().map(problem -> "    " + line(problem)))
                .collect(Collectors.joining("\n"));
    }

    private static String severity(Problem problem) {
        return problem.severity().name().toLowerCase(Locale.ROOT);
    }
}
