package dev.milliner.workbench.image;

import dev.milliner.workbench.base.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A treemap of packages by size. The smallest share one tile; a click on it zooms to them, a click on another tells the
 * listener, and the secondary button zooms out again.
 */
final class TreemapView extends Pane {
    private static final int MOST_TILES = 60;
    private static final int COLOURS = 8;
    private static final double NARROWEST_LABEL = 46;
    private static final double LOWEST_LABEL = 32;

    private final Consumer<String> chosen;
    private final List<List<Item>> zoomed = new ArrayList<>();
    private List<Item> items = List.of();
    private @Nullable String selected;

    /**
     * A package in the map.
     *
     * @param name its name
     * @param size its size in bytes
     */
    record Item(String name, long size) {}

    TreemapView(Consumer<String> chosen) {
        this.chosen = chosen;
        getStyleClass().add("treemap");
        setMinHeight(120);
        widthProperty().subscribe(this::draw);
        heightProperty().subscribe(this::draw);
        setOnContextMenuRequested(event -> zoomOut());
    }

    /** Shows packages, zoomed out. */
    void show(List<Item> packages) {
        items = packages.stream()
                .filter(item -> item.size() > 0)
                .sorted(Comparator.comparingLong(Item::size).reversed())
                .toList();
        zoomed.clear();
        draw();
    }

    void select(@Nullable String name) {
        selected = name;
        draw();
    }

    private void zoomOut() {
        if (!zoomed.isEmpty()) {
            zoomed.removeLast();
            draw();
        }
    }

    private List<Item> visible() {
        return zoomed.isEmpty() ? items : zoomed.getLast();
    }

    private void draw() {
        getChildren().clear();
        List<Item> all = visible();
        List<Item> shown = all.size() > MOST_TILES ? all.subList(0, MOST_TILES - 1) : all;
        List<Item> rest = all.subList(shown.size(), all.size());
        long restSize = rest.stream().mapToLong(Item::size).sum();
        // The layout wants the largest first, and the rest together may be larger than single packages.
        int restAt = (int) shown.stream().filter(item -> item.size() > restSize).count();
        List<Double> weights = new ArrayList<>();
        shown.forEach(item -> weights.add((double) item.size()));
        if (restSize > 0) {
            weights.add(restAt, (double) restSize);
        }
        List<TreemapLayout.Box> boxes = TreemapLayout.of(weights, getWidth(), getHeight());
        for (int i = 0; i < boxes.size(); i++) {
            boolean isRest = restSize > 0 && i == restAt;
            int index = restSize > 0 && i > restAt ? i - 1 : i;
            getChildren().add(isRest ? rest(rest, boxes.get(i)) : tile(shown.get(index), index, boxes.get(i)));
        }
    }

    private VBox tile(Item item, int index, TreemapLayout.Box box) {
        VBox tile = box(item.name(), Words.size(item.size()), "tile-" + index % COLOURS, box);
        if (item.name().equals(selected)) {
            tile.getStyleClass().add("selected");
        }
        tile.setOnMouseClicked(event -> chosen.accept(item.name()));
        return tile;
    }

    private VBox rest(List<Item> rest, TreemapLayout.Box box) {
        long size = rest.stream().mapToLong(Item::size).sum();
        VBox tile = box(Words.count(rest.size(), "smaller package"), Words.size(size), "tile-rest", box);
        tile.setOnMouseClicked(event -> {
            zoomed.add(rest);
            draw();
        });
        return tile;
    }

    private static VBox box(String name, String size, String style, TreemapLayout.Box box) {
        VBox tile = new VBox();
        tile.getStyleClass().addAll("tile", style);
        if (box.width() > NARROWEST_LABEL && box.height() > LOWEST_LABEL) {
            Label title = new Label(name);
            Label note = new Label(size);
            tile.getChildren().addAll(title, note);
        }
        tile.resizeRelocate(box.x(), box.y(), Math.max(0, box.width() - 1), Math.max(0, box.height() - 1));
        tile.setManaged(false);
        Tooltip.install(tile, new Tooltip(name + "  " + size));
        return tile;
    }
}
