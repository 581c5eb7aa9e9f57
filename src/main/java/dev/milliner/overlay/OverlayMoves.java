package dev.milliner.overlay;

import dev.milliner.distro.Overlay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the overlays of one list are in another.
 *
 * @param before the one list
 * @param after the other
 * @param places the index in the other of those that are in both, by index in the one
 */
record OverlayMoves(List<Overlay> before, List<Overlay> after, Map<Integer, Integer> places) {
    private static final int GONE = -1;

    /** Tells whether two overlays do the same. */
    interface Sameness {
        boolean holds(Overlay one, Overlay other) throws OverlayException;
    }

    static OverlayMoves between(List<Overlay> before, List<Overlay> after, Sameness same) throws OverlayException {
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < before.size(); i++) {
            for (int j = 0; j < after.size() && !places.containsKey(i); j++) {
                if (!places.containsValue(j) && same.holds(before.get(i), after.get(j))) {
                    places.put(i, j);
                }
            }
        }
        return new OverlayMoves(before, after, places);
    }

    /** How many are the same from the first on. */
    int sameAtStart() {
        int same = 0;
        while (same < before.size() && place(same) == same) {
            same++;
        }
        return same;
    }

    boolean isKept(int index) {
        return places.containsKey(index);
    }

    /** Where one of the list is in the other; -1 where it is not there. */
    int place(int index) {
        return places.getOrDefault(index, GONE);
    }

    /** Those that came before one and do not any more, or the other way round. */
    List<Overlay> crossing(int index) {
        List<Overlay> crossing = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            boolean first = i < index;
            boolean firstNow = isKept(i) && isKept(index) && place(i) < place(index);
            if (i != index && (first != firstNow) && (first || (isKept(i) && isKept(index)))) {
                crossing.add(before.get(i));
            }
        }
        for (int j = 0; j < place(index); j++) {
            if (!places.containsValue(j)) {
                crossing.add(after.get(j));
            }
        }
        return crossing;
    }
}
