package dev.milliner.command;

import dev.milliner.build.koji.KojiEvent;
import dev.milliner.build.koji.KojiListener;
import dev.milliner.build.koji.KojiTask;
import dev.milliner.build.run.BuildEvent;
import java.io.PrintWriter;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Shows a build on a farm to a program: what every build says, and what only the farm knows, one JSON object a line. */
final class KojiJson implements KojiListener {
    private final PrintWriter out;
    private final BuildJson json;

    KojiJson(PrintWriter out) {
        this.out = out;
        this.json = new BuildJson(out, false);
    }

    @Override
    public void happened(BuildEvent event) {
        json.happened(event);
    }

    @Override
    public void onFarm(KojiEvent event) {
        out.println(of(event));
        out.flush();
    }

    private static ObjectNode of(KojiEvent event) {
        return switch (event) {
            case KojiEvent.CommandRuns e -> {
                ObjectNode node = object("command");
                e.command().forEach(node.putArray("command")::add);
                yield node;
            }
            case KojiEvent.TaskCreated e ->
                object("created").put("task", e.id()).put("page", e.page());
            case KojiEvent.TaskChanged e -> {
                ObjectNode node = task(object("task"), e.task());
                e.before().ifPresentOrElse(state -> node.put("before", state.word()), () -> node.putNull("before"));
                yield node;
            }
            case KojiEvent.LogGrew e ->
                object("log-size").put("task", e.task()).put("file", e.file()).put("size", e.size());
            case KojiEvent.HubSilent e ->
                object("hub")
                        .put("state", "silent")
                        .put("since", e.since().toString())
                        .put("reason", e.reason())
                        .put("retrySeconds", e.retryIn().toMillis() / 1000.0);
            case KojiEvent.HubBack e ->
                object("hub").put("state", "back").put("since", e.since().toString());
        };
    }

    /** A task's fields, put behind those that a node has. */
    static ObjectNode task(ObjectNode node, KojiTask task) {
        node.put("task", task.id());
        task.parent().ifPresentOrElse(parent -> node.put("parent", parent), () -> node.putNull("parent"));
        return node.put("method", task.method())
                .put("arch", task.architecture())
                .put("label", task.label())
                .put("state", task.state().word());
    }

    private static ObjectNode object(String kind) {
        return JsonNodeFactory.instance.objectNode().put("event", kind);
    }
}
