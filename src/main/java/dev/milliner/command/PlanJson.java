package dev.milliner.command;

import dev.milliner.image.ImagePlan;
import dev.milliner.image.PackagesJson;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A plan as the command line prints it. */
final class PlanJson {
    private PlanJson() {}

    static ObjectNode of(ImagePlan plan) {
        ObjectNode node = PackagesJson.of(plan);
        node.set("problems", problems(plan));
        return node;
    }

    static ArrayNode problems(ImagePlan plan) {
        ArrayNode problems = JsonNodeFactory.instance.arrayNode();
        plan.problems().forEach(problem -> problems.add(ProblemText.json(problem)));
        plan.unsolved().forEach(problem -> {
            ObjectNode node = problems.addObject()
                    .put("severity", "error")
                    .put("code", "unsolvable")
                    .put("message", problem.message());
            problem.details().forEach(node.putArray("details")::add);
            problem.solutions().forEach(node.putArray("solutions")::add);
        });
        return problems;
    }
}
