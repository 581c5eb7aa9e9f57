package dev.milliner.answer;

import dev.milliner.build.explain.Explanation;
import dev.milliner.build.explain.Finding;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Why a build failed, as JSON. */
public final class ExplanationJson {
    private ExplanationJson() {}

    /** An explanation: its cause, other causes that may be, warnings. */
    public static ObjectNode of(Explanation explanation) {
        ObjectNode node = explanation
                .cause()
                .map(cause -> finding(cause, explanation.lines()))
                .orElseGet(ExplanationJson::nothing);
        node.put("tool", explanation.tool().isEmpty() ? null : explanation.tool());
        list(explanation.others(), node.putArray("others"));
        list(explanation.warnings(), node.putArray("warnings"));
        return node;
    }

    private static void list(List<Finding> findings, ArrayNode array) {
        findings.forEach(one -> array.add(finding(one, one.lines())));
    }

    private static ObjectNode finding(Finding finding, List<Integer> lines) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("cause", finding.cause());
        lines.forEach(node.putArray("lines")::add);
        node.put("certain", finding.certain()).put("kind", finding.kind());
        node.put("file", finding.place().map(place -> place.file()).orElse(null));
        finding.place()
                .filter(place -> place.line().isPresent())
                .ifPresentOrElse(place -> node.put("line", place.line().getAsInt()), () -> node.putNull("line"));
        node.put("fix", finding.fix());
        ObjectNode stands = node.putObject("stands").put("log", finding.log());
        finding.lines().forEach(stands.putArray("lines")::add);
        return node;
    }

    private static ObjectNode nothing() {
        ObjectNode node = JsonNodeFactory.instance.objectNode().putNull("cause");
        node.putArray("lines");
        return node.put("certain", true)
                .putNull("kind")
                .putNull("file")
                .putNull("line")
                .putNull("fix");
    }
}
