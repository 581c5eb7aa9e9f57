package dev.milliner.review;

import dev.milliner.distro.Component;
import dev.milliner.distro.Overlay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Lines up the overlays of two states of a component. */
public final class OverlayChanges {
    private final List<Overlay> before;
    private final List<Overlay> after;
    private final Map<Integer, Integer> partners = new TreeMap<>();
    private final Set<Integer> taken = new TreeSet<>();

    private OverlayChanges(List<Overlay> before, List<Overlay> after) {
        this.before = before;
        this.after = after;
    }

    /** What became of each overlay that is not as it was: those that are gone, then the others in the order they apply. */
    public static List<OverlayChange> between(Component before, Component after) {
        return between(before.overlays(), after.overlays());
    }

    static List<OverlayChange> between(List<Overlay> before, List<Overlay> after) {
        OverlayChanges changes = new OverlayChanges(before, after);
        changes.pair(OverlayLikeness::said);
        changes.pair(OverlayLikeness::deed);
        changes.pair(OverlayLikeness::target);
        return changes.list();
    }

    /** Puts together those that are alike and have no partner yet, in their order. */
    private void pair(Function<Overlay, Object> likeness) {
        for (int one = 0; one < before.size(); one++) {
            for (int other = 0; other < after.size() && !partners.containsKey(one); other++) {
                if (!taken.contains(other)
                        && likeness.apply(before.get(one)).equals(likeness.apply(after.get(other)))) {
                    partners.put(one, other);
                    taken.add(other);
                }
            }
        }
    }

    private List<OverlayChange> list() {
        List<OverlayChange> found = new ArrayList<>();
        for (int one = 0; one < before.size(); one++) {
            if (!partners.containsKey(one)) {
                found.add(new OverlayChange.Removed(one + 1, before.get(one)));
            }
        }
        List<OverlayChange> now = new ArrayList<>();
        Set<Integer> inOrder = new TreeSet<>(longestInOrder(List.copyOf(partners.values())));
        partners.forEach((one, other) -> changed(one, other, inOrder).ifPresent(now::add));
        for (int other = 0; other < after.size(); other++) {
            if (!taken.contains(other)) {
                now.add(new OverlayChange.Added(other + 1, after.get(other)));
            }
        }
        now.sort(Comparator.comparingInt(OverlayChange::index));
        found.addAll(now);
        return List.copyOf(found);
    }

    private Optional<OverlayChange> changed(int one, int other, Set<Integer> inOrder) {
        if (!OverlayLikeness.said(before.get(one)).equals(OverlayLikeness.said(after.get(other)))) {
            return Optional.of(new OverlayChange.Changed(other + 1, before.get(one), after.get(other)));
        }
        return inOrder.contains(other)
                ? Optional.empty()
                : Optional.of(new OverlayChange.Moved(other + 1, one + 1, after.get(other)));
    }

    /** The most of some numbers that already stand in their order. */
    private static List<Integer> longestInOrder(List<Integer> numbers) {
        List<List<Integer>> ending = new ArrayList<>();
        List<Integer> longest = List.of();
        for (int i = 0; i < numbers.size(); i++) {
            List<Integer> best = List.of();
            for (int j = 0; j < i; j++) {
                if (numbers.get(j) < numbers.get(i) && ending.get(j).size() > best.size()) {
                    best = ending.get(j);
                }
            }
            List<Integer> row = new ArrayList<>(best);
            row.add(numbers.get(i));
            ending.add(row);
            longest = row.size() > longest.size() ? row : longest;
        }
        return longest;
    }
}
