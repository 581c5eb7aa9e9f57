package dev.milliner.command;

import dev.milliner.answer.ExplanationJson;
import dev.milliner.build.run.BuildEvent;
import dev.milliner.build.run.BuildEvent.PrivilegeNeeded;
import dev.milliner.build.run.BuildListener;
import dev.milliner.build.run.BuildResult;
import java.io.PrintWriter;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Shows a build to a program: one JSON object a line, as things happen. */
final class BuildJson implements BuildListener {
    private final PrintWriter out;
    private final boolean yes;

    BuildJson(PrintWriter out, boolean yes) {
        this.out = out;
        this.yes = yes;
    }

    @Override
    public void happened(BuildEvent event) {
        out.println(json(event));
        out.flush();
    }

    @Override
    public boolean confirm(PrivilegeNeeded needed) {
        return yes;
    }

    private static ObjectNode json(BuildEvent event) {
        return switch (event) {
            case BuildEvent.StageStarted e ->
                object("stage")
                        .put("stage", e.stage().name())
                        .put("state", "started")
                        .put("time", e.time().toString());
            case BuildEvent.StageFinished e ->
                object("stage")
                        .put("stage", e.stage().name())
                        .put("state", e.succeeded() ? "done" : "failed")
                        .put("time", e.time().toString());
            case BuildEvent.Progress e -> object("progress").put("fraction", e.fraction());
            case BuildEvent.LogLine e ->
                object("log")
                        .put("sequence", e.sequence())
                        .put("time", e.time().toString())
                        .put("severity", lower(e.severity()))
                        .put("stage", e.stage().name())
                        .put("text", e.text());
            case BuildEvent.ProblemFound e -> problem(e);
            case BuildEvent.PrivilegeNeeded e -> privilege(e);
            case BuildEvent.Finished e -> result(e.result());
        };
    }

    private static ObjectNode problem(BuildEvent.ProblemFound problem) {
        return object("problem")
                .put("stage", problem.stage().name())
                .put("message", problem.message())
                .put("fix", problem.fix());
    }

    private static ObjectNode privilege(PrivilegeNeeded needed) {
        ObjectNode node = object("privilege").put("reason", needed.reason());
        needed.command().forEach(node.putArray("command")::add);
        return node;
    }

    private static ObjectNode result(BuildResult result) {
        ObjectNode node = object("result")
                .put("id", result.id())
                .put("target", result.target())
                .put("outcome", lower(result.outcome()))
                .put("seconds", result.duration().toMillis() / 1000.0)
                .put("log", result.log().toString());
        ArrayNode artifacts = node.putArray("artifacts");
        result.artifacts().forEach(artifact -> artifacts
                .addObject()
                .put("kind", artifact.kind())
                .put("path", artifact.path().toString())
                .put("size", artifact.size()));
        ArrayNode packages = node.putArray("packages");
        result.packages().forEach(one -> packages.addObject()
                .put("name", one.name())
                .put("version", one.version())
                .put("release", one.release())
                .put("arch", one.architecture())
                .put("size", one.size())
                .put("level", one.level().label())
                .put("levelReason", one.reason())
                .put("ours", one.ours())
                .set("programs", InspectJson.programs(one)));
        node.set("level", InspectJson.level(result.level()));
        ArrayNode problems = node.putArray("problems");
        result.problems().forEach(problem -> problems.add(problem(problem)));
        result.explanation().ifPresent(explanation -> node.set("explanation", ExplanationJson.of(explanation)));
        return node;
    }

    private static ObjectNode object(String kind) {
        return JsonNodeFactory.instance.objectNode().put("event", kind);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
