package dev.milliner.answer;

import dev.milliner.distro.Problem;
import dev.milliner.distro.Severity;
import dev.milliner.review.Review;
import dev.milliner.text.TextRange;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The problems that a change introduces, and those that it solves, as SARIF 2.1.0, which code hosts show beside the lines. */
public final class ReviewSarif {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private ReviewSarif() {}

    /** The log, with one run. */
    public static ObjectNode of(Review review) {
        ObjectNode log = JsonNodeFactory.instance.objectNode();
        log.put("$schema", SCHEMA).put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "Milliner");
        ArrayNode rules = driver.putArray("rules");
        List<Problem> introduced = review.problems().introduced();
        List<Problem> solved = review.problems().solved();
        java.util.stream.Stream.concat(introduced.stream(), solved.stream())
                .map(Problem::code)
                .distinct()
                .sorted()
                .forEach(code -> rules.addObject().put("id", code));
        ArrayNode results = run.putArray("results");
        introduced.forEach(problem -> result(results.addObject(), problem, "new"));
        solved.forEach(problem -> result(results.addObject(), problem, "absent"));
        return log;
    }

    private static void result(ObjectNode node, Problem problem, String state) {
        node.put("ruleId", problem.code());
        node.put("level", problem.severity() == Severity.ERROR ? "error" : "warning");
        node.put("baselineState", state);
        node.putObject("message").put("text", problem.message());
        ObjectNode place = node.putArray("locations").addObject().putObject("physicalLocation");
        place.putObject("artifactLocation").put("uri", uri(problem.place().file()));
        TextRange range = problem.place().range();
        place.putObject("region")
                .put("startLine", range.line())
                .put("startColumn", range.column())
                .put("endLine", range.endLine())
                .put("endColumn", range.endColumn());
    }

    /** A path with what an address may not hold escaped. */
    private static String uri(String file) {
        try {
            return new java.net.URI(null, null, file, null).getRawPath();
        } catch (java.net.URISyntaxException odd) {
            return file;
        }
    }
}
