package dev.milliner.command;

import dev.milliner.distro.Caused;
import dev.milliner.distro.Problem;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Problems as lines of text and as JSON. */
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
        String follow = count == 1 ? "  1 more follows from this:" : "  " + count + " more follow from this:";
        return Stream.concat(
                        Stream.of(line(caused.problem()), follow),
                        caused.follow().stream().map(problem -> "    " + line(problem)))
                .collect(Collectors.joining("\n"));
    }

    /** Without its cause; who knows one sets it. */
    static ObjectNode json(Problem problem) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("severity", severity(problem))
                .put("code", problem.code())
                .put("message", problem.message())
                .put("file", problem.place().file())
                .put("line", problem.place().range().line())
                .put("column", problem.place().range().column())
                .put("endLine", problem.place().range().endLine())
                .put("endColumn", problem.place().range().endColumn());
    }

    private static String severity(Problem problem) {
        return problem.severity().name().toLowerCase(Locale.ROOT);
    }
}
