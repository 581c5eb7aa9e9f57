package dev.milliner.command;

import dev.milliner.solve.SolveAnswer;
import dev.milliner.solve.SolveProblem;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A solver's answer as the command line prints it. */
final class SolveJson {
    private SolveJson() {}

    static ObjectNode of(SolveAnswer answer) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode packages = node.putArray("packages");
        answer.packages().stream().map(one -> one.nevra().toString()).sorted().forEach(packages::add);
        lines(answer.problems()).forEach(node.putArray("problems")::add);
        return node;
    }

    static ObjectNode problem(String message) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.putArray("packages");
        node.putArray("problems").add(message);
        return node;
    }

    /** Problems in lines, each with its details and solutions below it. */
    static List<String> lines(List<SolveProblem> problems) {
        List<String> lines = new ArrayList<>();
        for (SolveProblem problem : problems) {
            lines.add(problem.message());
            problem.details().stream()
                    .filter(detail -> !detail.equals(problem.message()))
                    .forEach(detail -> lines.add("  - " + detail));
            problem.solutions().forEach(solution -> lines.add("  * solution: " + solution));
        }
        return lines;
    }
}
