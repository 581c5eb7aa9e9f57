package dev.milliner.build.koji;

import dev.milliner.build.log.LogSeverity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Watches a task to its end. */
final class KojiWatch {
    private final KojiHub hub;
    private final KojiRun run;
    private final KojiLogs logs;
    private final Map<Long, TaskState> states = new HashMap<>();

    KojiWatch(KojiHub hub, KojiRun run) {
        this.hub = hub;
        this.run = run;
        this.logs = new KojiLogs(hub, run);
    }

    /**
     * Watches until no task of the tree goes on.
     *
     * @return the tree as it is in the end
     */
    TaskTree toTheEnd(long task) throws KojiFailed, InterruptedException {
        while (true) {
            TaskTree tree = look(task);
            if (tree.isOver()) {
                return tree;
            }
            Thread.sleep(hub.rhythm().poll());
        }
    }

    /** Looks once: says what changed, and fetches what is new of the logs. */
    TaskTree look(long task) throws KojiFailed, InterruptedException {
        TaskTree tree = hub.tree(task);
        for (KojiTask one : tree.all()) {
            TaskState before = states.put(one.id(), one.state());
            if (!one.state().equals(before)) {
                changed(tree, one, Optional.ofNullable(before));
            }
        }
        // The logs are fetched behind the states, so that those of a task that is over are whole.
        logs.follow(tree);
        long over = tree.all().stream().filter(KojiTask::isOver).count();
        run.progress(0.05 + 0.85 * over / tree.all().size());
        return tree;
    }

    private void changed(TaskTree tree, KojiTask task, Optional<TaskState> before) {
        String text = "  ".repeat(tree.depth(task)) + task.title() + ": "
                + before.map(state -> state.word() + " -> ").orElse("")
                + task.state().word();
        run.log(task.state() == TaskState.Over.FAILED ? LogSeverity.ERROR : LogSeverity.INFO, text);
        run.happened(new KojiEvent.TaskChanged(task, before));
    }

    /** Says why each task failed that failed by itself. */
    void explain(TaskTree tree) throws KojiFailed, InterruptedException {
        List<KojiTask> failed = tree.all().stream()
                .filter(task -> task.state() == TaskState.Over.FAILED)
                .toList();
        for (KojiTask task : failed) {
            // A task whose child failed only repeats what the child said.
            boolean repeats = failed.stream()
                    .anyMatch(other -> other.parent().orElse(-1) == task.id() && other.id() != task.id());
            if (!repeats) {
                run.problem(
                        "Task " + task.title() + " failed: " + reason(task),
                        "read its logs in " + KojiLogs.folder(run));
            }
        }
    }

    private String reason(KojiTask task) throws KojiFailed, InterruptedException {
        JsonNode fault;
        try {
            fault = hub.call("getTaskResult", String.valueOf(task.id()), "raise_fault=false");
        } catch (KojiFailed refused) {
            // What matters is that it failed; a hub that does not tell why must not hide that.
            return "its reason cannot be read (" + refused.reason() + ")";
        }
        // A hub that debugs puts a traceback before the message.
        return fault.path("faultString")
                .asString("the hub does not say why")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .reduce((first, second) -> second)
                .orElse("the hub does not say why");
    }
}
