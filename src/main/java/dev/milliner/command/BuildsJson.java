package dev.milliner.command;

import dev.milliner.build.history.BuildComparison;
import dev.milliner.build.history.BuildDetails;
import dev.milliner.build.history.BuildRecord;
import dev.milliner.image.ImageDifference.Change;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Builds of the past as JSON. */
final class BuildsJson {
    private BuildsJson() {}

    static ObjectNode of(BuildRecord build) {
        ObjectNode node = facts(build);
        build.farm().ifPresent(farm -> {
            ObjectNode task = node.putObject("farm").put("profile", farm.profile());
            task.put("target", farm.target()).put("scratch", farm.scratch()).put("page", farm.page());
            farm.task().ifPresentOrElse(number -> task.put("task", number), () -> task.putNull("task"));
        });
        return node;
    }

    private static ObjectNode facts(BuildRecord build) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", build.id())
                .put("target", build.target())
                .put("kind", build.kind())
                .put("engine", build.engine())
                .put("level", build.level())
                .put("commit", build.commit().orElse(null))
                .put("changed", !build.changes().isEmpty())
                .put("started", build.started().toString())
                .put("seconds", build.duration().toMillis() / 1000.0)
                .put("state", build.state().word())
                .put("pinned", build.pinned())
                .put("packages", build.packages())
                .put("size", build.size())
                .put("log", build.log().toString());
    }

    static ObjectNode of(BuildDetails build) {
        ObjectNode node = of(build.record());
        node.put("changes", build.record().changes());
        ObjectNode stages = node.putObject("stages");
        build.stages().forEach((stage, time) -> stages.put(stage.name(), time.toMillis() / 1000.0));
        var artifacts = node.putArray("artifacts");
        build.artifacts().forEach(one -> artifacts
                .addObject()
                .put("kind", one.kind())
                .put("path", one.path().toString())
                .put("size", one.size()));
        var packages = node.putArray("contents");
        build.packages().forEach(one -> packages.addObject()
                .put("name", one.name())
                .put("version", one.version())
                .put("release", one.release())
                .put("arch", one.architecture())
                .put("size", one.size())
                .put("level", one.level().label())
                .put("levelReason", one.reason())
                .set("programs", InspectJson.programs(one)));
        build.problems().forEach(node.putArray("problems")::add);
        return node;
    }

    static ObjectNode of(BuildComparison comparison) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("a", comparison.before().record().id());
        node.put("b", comparison.after().record().id());
        var packages = node.putArray("packages");
        for (Change change : comparison.packages().changes()) {
            packages.addObject()
                    .put("name", change.name())
                    .put("a", change.before().map(one -> one.nevra().toString()).orElse(null))
                    .put("b", change.after().map(one -> one.nevra().toString()).orElse(null))
                    .put("growth", change.growth());
        }
        comparison.files().ifPresent(changes -> {
            var files = node.putArray("files");
            changes.forEach(change -> files.addObject()
                    .put("path", change.path())
                    .put("what", change.what())
                    .put("growth", change.growth()));
        });
        ObjectNode times = node.putObject("slower");
        comparison.slower().forEach((stage, time) -> times.put(stage.name(), time.toMillis() / 1000.0));
        node.put(
                "growth",
                comparison.after().record().size()
                        - comparison.before().record().size());
        comparison.warnings().forEach(node.putArray("warnings")::add);
        return node;
    }
}
