package dev.milliner.workbench.derive;

import dev.milliner.overlay.Change;
import dev.milliner.overlay.derive.OverlayTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Why each overlay is there. A reason stays with its overlay while that grows with the text.
 *
 * @param changes what the overlays do
 * @param reasons the reason of each; empty where none was given
 */
record Reasons(List<Change> changes, List<String> reasons) {
    static final Reasons NONE = new Reasons(List.of(), List.of());

    Reasons {
        changes = List.copyOf(changes);
        reasons = List.copyOf(reasons);
    }

    /** The reasons of other overlays: of one that was there already its own, else that of one of its kind in its place. */
    Reasons carriedTo(List<Change> now) {
        List<String> carried = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            int same = changes.indexOf(now.get(i));
            boolean grown = same < 0
                    && i < changes.size()
                    && !now.contains(changes.get(i))
                    && kind(changes.get(i)).equals(kind(now.get(i)));
            carried.add(same >= 0 ? reasons.get(same) : grown ? reasons.get(i) : "");
        }
        return new Reasons(now, carried);
    }

    private static String kind(Change change) {
        return OverlayTable.of(change).kind().word();
    }

    /** The same with another reason for an overlay, counted from 0. */
    Reasons with(int index, String reason) {
        List<String> now = new ArrayList<>(reasons);
        now.set(index, reason);
        return new Reasons(changes, now);
    }
}
