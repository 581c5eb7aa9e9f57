package dev.milliner.command;

import dev.milliner.image.ImagePlan;
import dev.milliner.image.PlannedPackage;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A plan as the command line prints it. */
final class PlanJson {
    private PlanJson() {}

    static ObjectNode of(ImagePlan plan) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("image", plan.image());
        node.put("profile", plan.profile().orElse(null));
        ArrayNode packages = node.putArray("packages");
        plan.packages().forEach(one -> packages.add(of(one)));
        node.set("problems", problems(plan));
        return node;
    }

    static ObjectNode of(PlannedPackage one) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("name", one.name())
                .put("epoch", one.nevra().version().epoch())
                .put("version", one.nevra().version().version())
                .put("release", one.nevra().version().release())
                .put("arch", one.nevra().architecture())
                .put("repo", one.repository())
                .put("size", one.size())
                .put("addedSize", one.addedSize())
                .put("phase", one.phase().label())
                .put("reason", one.reason())
                .put("component", one.component().orElse(null));
        ArrayNode overlays = node.putArray("overlays");
        one.overlays().forEach(overlay -> overlays.add(overlay.type()));
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
