package dev.milliner.answer;

import dev.milliner.overlay.FileChange;
import dev.milliner.overlay.Hunk;
import dev.milliner.text.Place;
import dev.milliner.upstream.OverlaidComponent;
import dev.milliner.upstream.OverlayEffect;
import dev.milliner.upstream.OverlayReach;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a component's overlays do, as JSON. */
public final class OverlaysJson {
    private OverlaysJson() {}

    /** The effects, in the order of the overlays. */
    public static ObjectNode of(OverlaidComponent overlaid) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", overlaid.component().name());
        node.put("sources", overlaid.basis().label());
        node.put("basis", overlaid.basis().name());
        ArrayNode steps = node.putArray("steps");
        overlaid.effects().forEach(effect -> step(steps.addObject(), effect));
        overlaid.application().error().ifPresentOrElse(error -> node.put("error", error), () -> node.putNull("error"));
        return node;
    }

    private static void step(ObjectNode node, OverlayEffect effect) {
        Place place = effect.overlay().place();
        boolean ok =
                effect.reach() != OverlayReach.NOT_REACHED && effect.error().isEmpty();
        node.put("index", effect.number())
                .put("type", effect.overlay().type())
                .put("file", place.file())
                .put("line", place.range().line())
                .put("ok", ok)
                .put("reach", effect.reach().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (ok) {
            node.putNull("error");
        } else {
            node.put("error", effect.error().orElse("an earlier overlay failed, so this one is not reached"));
        }
        node.set("changes", changes(effect.changes()));
    }

    /** Files that differ, with the lines that do. */
    public static ArrayNode changes(List<FileChange> changes) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (FileChange change : changes) {
            ObjectNode one = array.addObject();
            one.put("file", change.file()).put("added", change.added()).put("removed", change.removed());
            ArrayNode hunks = one.putArray("hunks");
            change.hunks().forEach(hunk -> hunk(hunks.addObject(), change, hunk));
        }
        return array;
    }

    private static void hunk(ObjectNode node, FileChange change, Hunk hunk) {
        node.put("beforeLine", hunk.beforeStart() + 1).put("afterLine", hunk.afterStart() + 1);
        ArrayNode removed = node.putArray("removed");
        change.removedLines(hunk).forEach(removed::add);
        ArrayNode added = node.putArray("added");
        change.addedLines(hunk).forEach(added::add);
    }
}
