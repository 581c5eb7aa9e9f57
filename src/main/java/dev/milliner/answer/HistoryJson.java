package dev.milliner.answer;

import dev.milliner.distro.Component;
import dev.milliner.distro.Layer;
import dev.milliner.distro.ResolvedValue;
import dev.milliner.review.ComponentHistory;
import dev.milliner.source.CommitNote;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a component was over time, as JSON. */
public final class HistoryJson {
    private HistoryJson() {}

    /**
     * The commits by which it became something else, newest first, and its values now with the commit since which each stands.
     *
     * @param needers who needs it; empty where nobody asked
     */
    public static ObjectNode of(ComponentHistory history, Optional<List<String>> needers) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", history.name()).put("whole", history.whole());
        ArrayNode entries = node.putArray("entries");
        for (ComponentHistory.Entry entry : history.entries()) {
            ObjectNode one = commit(entries.addObject(), entry.commit());
            ReviewJson.definition(one, entry.change());
            one.remove("name");
        }
        ArrayNode values = node.putArray("values");
        history.now()
                .ifPresent(component ->
                        component.values().forEach(value -> value(values.addObject(), history, component, value)));
        needers.ifPresent(names -> names.forEach(node.putArray("neededBy")::add));
        return node;
    }

    private static void value(ObjectNode node, ComponentHistory history, Component component, ResolvedValue value) {
        node.put("path", value.path());
        node.set("value", value.value());
        if (!value.layers().isEmpty()) {
            Layer layer = value.layers().getLast();
            node.put("layer", layer.name()).put("file", layer.file()).put("line", layer.line());
        }
        history.since(component, value)
                .ifPresentOrElse(since -> commit(node.putObject("since"), since), () -> node.putNull("since"));
    }

    private static ObjectNode commit(ObjectNode node, CommitNote commit) {
        return node.put("commit", commit.commit())
                .put("author", commit.author())
                .put("time", commit.time().toString())
                .put("subject", commit.subject());
    }
}
