package dev.milliner.workbench.image;

import dev.milliner.image.ImagePlan;
import dev.milliner.image.PlannedPackage;
import dev.milliner.workbench.image.TreemapView.Item;
import dev.milliner.workbench.words.Wording;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Shares out an image's size among what was asked for: to each what would leave with it, and apart what several need. */
final class SizeMap {
    private static final String SHARED = Wording.of("image.size-map.needed-several");

    private final ImagePlan plan;
    private final BitSet taken = new BitSet();

    private SizeMap(ImagePlan plan) {
        this.plan = plan;
    }

    /** The tiles of a plan; their sizes together are its size. */
    static List<Item> of(ImagePlan plan) {
        SizeMap map = new SizeMap(plan);
        List<Item> items = new ArrayList<>();
        IntStream.range(0, plan.packages().size())
                .boxed()
                .filter(index -> plan.packages().get(index).asked())
                .sorted(Comparator.comparingLong(
                        index -> -plan.packages().get(index).addedSize()))
                .forEach(index -> items.add(map.asked(index)));
        List<Item> shared =
                map.take(IntStream.range(0, plan.packages().size()).boxed().toList());
        if (!shared.isEmpty()) {
            items.add(Item.group(SHARED, shared));
        }
        return items;
    }

    /** What two that are asked for would both take along goes to the larger; one that others need too has itself at least nowhere else. */
    private Item asked(int index) {
        String name = plan.packages().get(index).name();
        List<Item> parts = take(plan.leavesWith(index));
        return parts.size() == 1 && parts.getFirst().name().equals(name) ? parts.getFirst() : Item.group(name, parts);
    }

    private List<Item> take(List<Integer> indexes) {
        List<Item> items = new ArrayList<>();
        for (int index : indexes) {
            PlannedPackage one = plan.packages().get(index);
            if (!taken.get(index)) {
                taken.set(index);
                items.add(Item.of(one.name(), one.size()));
            }
        }
        return items;
    }
}
