package dev.milliner.answer;

import dev.milliner.image.ImagePlan;
import dev.milliner.image.PackagesJson;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What an image would hold, as JSON. */
public final class PlanJson {
    private PlanJson() {}

    /** A plan with its packages and problems. */
    public static ObjectNode of(ImagePlan plan) {
        ObjectNode node = PackagesJson.of(plan);
        node.set("problems", problems(plan));
        return node;
    }

    /** What is wrong with a plan. */
    public static ArrayNode problems(ImagePlan plan) {
        ArrayNode problems = JsonNodeFactory.instance.arrayNode();
        plan.problems().forEach(problem -> problems.add(ProblemJson.of(problem)));
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
