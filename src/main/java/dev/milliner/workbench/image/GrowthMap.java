package dev.milliner.workbench.image;

import dev.milliner.image.ImageDifference;
import dev.milliner.image.ImageDifference.Change;
import dev.milliner.workbench.image.TreemapView.Item;
import java.util.List;

/** What makes an image larger or smaller than another, as tiles: of each component its packages, by how much they differ. */
final class GrowthMap {
    private GrowthMap() {}

    static List<Item> of(ImageDifference difference) {
        return difference.bySource().entrySet().stream()
                .map(group -> tile(group.getKey(), group.getValue()))
                .toList();
    }

    private static Item tile(String source, List<Change> changes) {
        List<Item> parts = changes.stream()
                .map(change -> tile(change.name(), change.growth(), Math.abs(change.growth()), List.of()))
                .toList();
        long growth = changes.stream().mapToLong(Change::growth).sum();
        long area = parts.stream().mapToLong(Item::size).sum();
        return parts.size() == 1 ? parts.getFirst() : tile(source, growth, area, parts);
    }

    /** The colour says what the sign says too. */
    private static Item tile(String name, long growth, long area, List<Item> parts) {
        return new Item(name, area, ComparisonPane.growth(growth), growth < 0 ? "tile-shrunk" : "tile-grown", parts);
    }
}
