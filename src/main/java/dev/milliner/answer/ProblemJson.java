package dev.milliner.answer;

import dev.milliner.distro.Caused;
import dev.milliner.distro.Problem;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Problems as JSON. */
public final class ProblemJson {
    private ProblemJson() {}

    /** All problems of a tree; each that follows only from another names it. */
    public static ArrayNode of(TreeProblems problems) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Caused caused : problems.causes()) {
            array.add(of(caused.problem()));
            caused.follow().forEach(problem -> array.add(of(problem).set("cause", cause(caused.problem()))));
        }
        return array;
    }

    /** A problem without its cause. */
    public static ObjectNode of(Problem problem) {
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

    private static ObjectNode cause(Problem problem) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("code", problem.code())
                .put("file", problem.place().file())
                .put("line", problem.place().range().line())
                .put("column", problem.place().range().column());
    }

    private static String severity(Problem problem) {
        return problem.severity().name().toLowerCase(Locale.ROOT);
    }
}
