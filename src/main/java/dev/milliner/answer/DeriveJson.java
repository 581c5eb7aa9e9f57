package dev.milliner.answer;

import dev.milliner.language.TomlQuotes;
import dev.milliner.overlay.Change;
import dev.milliner.overlay.FileChange;
import dev.milliner.overlay.Hunk;
import dev.milliner.overlay.derive.Derived;
import dev.milliner.overlay.derive.OverlayTable;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Overlays that were derived, as JSON. */
public final class DeriveJson {
    private DeriveJson() {}

    /**
     * Derived overlays as they stand inline in a component's table.
     *
     * @param reason why they are there; may be empty
     */
    public static String toml(String component, Derived derived, String reason) {
        return derived.changes().stream()
                .map(OverlayTable::of)
                .map(table -> table.toml("components." + TomlQuotes.key(component) + ".overlays", reason))
                .collect(Collectors.joining("\n"));
    }

    /** The overlays, each as a table and all as TOML, and what none of them reaches. */
    public static ObjectNode of(String component, Derived derived) {
        return of(component, derived, "", List.of());
    }

    /**
     * The same of overlays that have a reason.
     *
     * @param reason why they are there; may be empty
     * @param left what was left out of the wish as it did not fit, in words
     */
    public static ObjectNode of(String component, Derived derived, String reason, List<String> left) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("name", component)
                .put("exact", derived.exact() && left.isEmpty());
        ArrayNode overlays = node.putArray("overlays");
        for (Change change : derived.changes()) {
            overlay(overlays.addObject(), OverlayTable.of(change));
        }
        node.put("toml", toml(component, derived, reason));
        ArrayNode rest = node.putArray("rest");
        derived.rest()
                .forEach(change -> rest.addObject().put("file", change.file()).put("hunks", hunks(change)));
        ArrayNode unfit = node.putArray("left");
        left.forEach(unfit::add);
        return node;
    }

    private static void overlay(ObjectNode node, OverlayTable table) {
        node.put("type", table.kind().word());
        for (OverlayTable.Key key : table.keys()) {
            if (key.isList()) {
                ArrayNode lines = node.putArray(key.name());
                key.values().forEach(lines::add);
            } else {
                node.put(key.name(), key.values().getFirst());
            }
        }
    }

    /** Hunks as a unified difference without lines around them has them. */
    public static String hunks(FileChange change) {
        StringBuilder text = new StringBuilder();
        for (Hunk hunk : change.hunks()) {
            text.append("@@ -%d,%d +%d,%d @@\n"
                    .formatted(hunk.beforeStart() + 1, hunk.removed(), hunk.afterStart() + 1, hunk.added()));
            change.removedLines(hunk)
                    .forEach(line -> text.append('-').append(line).append('\n'));
            change.addedLines(hunk)
                    .forEach(line -> text.append('+').append(line).append('\n'));
        }
        return text.toString();
    }
}
