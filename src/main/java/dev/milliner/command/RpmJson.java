package dev.milliner.command;

import dev.milliner.answer.ProblemJson;
import dev.milliner.build.evaluate.ComponentEvaluation;
import dev.milliner.build.evaluate.Delta;
import dev.milliner.build.evaluate.DistroMacros;
import dev.milliner.build.evaluate.EvaluatedPackage;
import dev.milliner.build.evaluate.Fact;
import dev.milliner.build.evaluate.SpecAnswer;
import dev.milliner.build.evaluate.SpecEvaluation;
import dev.milliner.build.evaluate.SpecEvaluationDifference;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What overlays and build options change for rpm, as JSON. {@code docs/rpm.md} says what it looks like. */
final class RpmJson {
    private RpmJson() {}

    static ObjectNode of(ComponentEvaluation evaluation) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set("macros", macros(evaluation.macros()));
        node.set("before", side(evaluation.before()));
        node.set("after", side(evaluation.after()));
        evaluation
                .difference()
                .ifPresentOrElse(changes -> node.set("changes", changes(changes)), () -> node.putNull("changes"));
        evaluation
                .problem()
                .ifPresentOrElse(
                        problem -> node.set("problem", ProblemJson.of(problem)), () -> node.putNull("problem"));
        return node;
    }

    private static ObjectNode macros(DistroMacros macros) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("from", macros.areOfHost() ? "host" : "repositories");
        put(node, "packages", macros.packages());
        macros.why().ifPresentOrElse(why -> node.put("why", why), () -> node.putNull("why"));
        return node;
    }

    private static ObjectNode side(SpecAnswer answer) {
        return switch (answer) {
            case SpecAnswer.Evaluated(SpecEvaluation evaluation) -> side(evaluation);
            case SpecAnswer.Unparsable(String message, String file, int line) -> {
                ObjectNode failed = JsonNodeFactory.instance.objectNode();
                failed.put("error", message).put("file", file);
                yield line == 0 ? failed.putNull("line") : failed.put("line", line);
            }
            case SpecAnswer.None(String reason) -> {
                ObjectNode failed = JsonNodeFactory.instance.objectNode();
                yield failed.put("error", reason).putNull("file").putNull("line");
            }
        };
    }

    private static ObjectNode side(SpecEvaluation evaluation) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.putNull("error");
        ArrayNode packages = node.putArray("packages");
        for (EvaluatedPackage one : evaluation.packages()) {
            ObjectNode made = packages.addObject().put("name", one.name());
            for (Fact fact : Fact.values()) {
                put(made, fact.word(), one.get(fact));
            }
        }
        put(node, "buildRequires", evaluation.buildRequires());
        return node;
    }

    private static ObjectNode changes(SpecEvaluationDifference difference) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set("packages", delta(difference.packages()));
        node.set("buildRequires", delta(difference.buildRequires()));
        ArrayNode changed = node.putArray("changed");
        for (SpecEvaluationDifference.Changed one : difference.changed()) {
            ObjectNode facts = changed.addObject().put("name", one.name());
            one.facts().forEach((fact, delta) -> facts.set(fact.word(), delta(delta)));
        }
        return node;
    }

    private static ObjectNode delta(Delta delta) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        put(node, "gone", delta.gone());
        put(node, "added", delta.added());
        return node;
    }

    private static void put(ObjectNode node, String key, List<String> values) {
        ArrayNode array = node.putArray(key);
        values.forEach(array::add);
    }
}
