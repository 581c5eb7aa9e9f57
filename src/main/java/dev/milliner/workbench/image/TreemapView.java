package dev.milliner.workbench.image;

import dev.milliner.workbench.image.TreemapLayout.Box;
import dev.milliner.workbench.words.Wording;
import dev.milliner.workbench.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A treemap of packages by size. The smallest share one tile; a click on it zooms to them, a click on another tells the
 * listener, a double click or Enter looks into what stands for several, and the secondary button or Escape zooms out again.
 */
final class TreemapView extends Pane {
    private static final int MOST_TILES = 60;
    /** Tiles within a tile are no smaller than this on average, in square pixels. */
    private static final double SMALLEST_INNER = 500;

    private static final int COLOURS = 8;
    private static final double TITLE = 20;
    private static final double EDGE = 3;
    private static final double ROOM_WIDE = 110;
    private static final double ROOM_HIGH = 70;
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
     * @param size its size in bytes, with that of its parts
     * @param told its size in words
     * @param style the style class that its tile has; empty where its place among the tiles gives it a colour
     * @param parts what it stands for, where it can be looked into
     */
    record Item(String name, long size, String told, String style, List<Item> parts) {
        /** With a list that nobody changes. */
        Item {
            parts = List.copyOf(parts);
        }

        static Item of(String name, long size) {
            return new Item(name, size, Words.size(size), "", List.of());
        }

        static Item group(String name, List<Item> parts) {
            long size = parts.stream().mapToLong(Item::size).sum();
            return new Item(name, size, Words.size(size), "", parts);
        }
    }

    /**
     * An empty map.
     *
     * @param told what it shows and how it is used, for who can't see it
     * @param chosen told the name of the tile that is chosen
     */
    TreemapView(String told, Consumer<String> chosen) {
        this.chosen = chosen;
        getStyleClass().add("treemap");
        setMinHeight(120);
        widthProperty().subscribe(this::draw);
        heightProperty().subscribe(this::draw);
        setOnContextMenuRequested(event -> zoomOut());
        setFocusTraversable(true);
        setAccessibleText(told);
        setOnKeyPressed(this::key);
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case RIGHT, DOWN -> step(1);
            case LEFT, UP -> step(-1);
            case ENTER ->
                shown().stream()
                        .filter(item -> item.name().equals(selected))
                        .findFirst()
                        .ifPresent(this::zoom);
            case PAGE_DOWN -> look(visible().subList(shown().size(), visible().size()));
            case ESCAPE, BACK_SPACE, PAGE_UP -> zoomOut();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** At all that is too small for a tile of its own. */
    private void look(List<Item> rest) {
        if (!rest.isEmpty()) {
            zoomed.add(rest);
            draw();
        }
    }

    /** To the next tile by size. */
    private void step(int by) {
        List<Item> all = shown();
        if (all.isEmpty()) {
            return;
        }
        int now = 0;
        while (now < all.size() && !all.get(now).name().equals(selected)) {
            now++;
        }
        int next = now == all.size() ? 0 : Math.clamp((long) now + by, 0, all.size() - 1);
        choose(all.get(next));
    }

    private void choose(Item item) {
        selected = item.name();
        chosen.accept(item.name());
        draw();
    }

    private void zoom(Item item) {
        if (!item.parts().isEmpty()) {
            zoomed.add(sorted(item.parts()));
            draw();
        }
    }

    private static List<Item> sorted(List<Item> some) {
        return some.stream()
                .filter(item -> item.size() > 0)
                .sorted(Comparator.comparingLong(Item::size).reversed())
                .toList();
    }

    /** Shows packages, zoomed out. */
    void show(List<Item> packages) {
        items = sorted(packages);
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

    /** Those that have a tile of their own. */
    private List<Item> shown() {
        return first(visible(), MOST_TILES);
    }

    private void draw() {
        getChildren().clear();
        place(visible(), new Box(0, 0, getWidth(), getHeight()), OptionalInt.empty(), MOST_TILES);
    }

    /**
     * Lays tiles out in an area, and within those that stand for several these, where there is room.
     *
     * @param colour of all of them; each has its own where it is empty
     * @param most how many have a tile; the others share one
     */
    private void place(List<Item> all, Box area, OptionalInt colour, int most) {
        List<Item> shown = first(all, most);
        List<Item> rest = all.subList(shown.size(), all.size());
        long restSize = rest.stream().mapToLong(Item::size).sum();
        // The layout wants the largest first, and the rest together may be larger than single packages.
        int restAt = (int) shown.stream().filter(item -> item.size() > restSize).count();
        List<Double> weights = new ArrayList<>();
        shown.forEach(item -> weights.add((double) item.size()));
        if (restSize > 0) {
            weights.add(restAt, (double) restSize);
        }
        List<Box> boxes = TreemapLayout.of(weights, area.width(), area.height());
        for (int i = 0; i < boxes.size(); i++) {
            Box box = boxes.get(i).moved(area.x(), area.y());
            int index = restSize > 0 && i > restAt ? i - 1 : i;
            if (restSize > 0 && i == restAt) {
                rest(rest, box, colour);
            } else {
                put(shown.get(index), box, colour.orElse(index % COLOURS), colour.isPresent());
            }
        }
    }

    private static List<Item> first(List<Item> all, int most) {
        return all.size() > most ? all.subList(0, most - 1) : all;
    }

    private void put(Item item, Box box, int colour, boolean inner) {
        VBox tile = tile(item, box, item.style().isEmpty() ? "tile-" + colour : item.style());
        if (inner) {
            tile.getStyleClass().add("inner");
        }
        getChildren().add(tile);
        if (hasRoom(item.parts(), box)) {
            placeInside(sorted(item.parts()), box, OptionalInt.of(colour));
        }
    }

    /** Lays tiles out in a tile, below its title. */
    private void placeInside(List<Item> parts, Box box, OptionalInt colour) {
        Box inside =
                new Box(box.x() + EDGE, box.y() + TITLE, box.width() - 2 * EDGE - 1, box.height() - TITLE - EDGE - 1);
        place(parts, inside, colour, (int) (inside.width() * inside.height() / SMALLEST_INNER));
    }

    private static boolean hasRoom(List<Item> parts, Box box) {
        return parts.size() > 1 && box.width() > ROOM_WIDE && box.height() > ROOM_HIGH;
    }

    private VBox tile(Item item, Box box, String style) {
        int more = item.parts().size() - 1;
        String size = more > 0 ? Wording.of("image.treemap-view.more", item.told(), more) : item.told();
        VBox tile = hasRoom(item.parts(), box)
                ? box(item.name() + "  " + size, "", style, box)
                : box(item.name(), size, style, box);
        if (item.name().equals(selected)) {
            tile.getStyleClass().add("selected");
        }
        tile.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                zoom(item);
            } else if (event.getButton() == MouseButton.PRIMARY) {
                requestFocus();
                choose(item);
            }
        });
        return tile;
    }

    /** What is too small for a tile of its own here is shown within the tile that it shares, where that has room. */
    private void rest(List<Item> rest, Box box, OptionalInt colour) {
        String size = Words.size(rest.stream().mapToLong(Item::size).sum());
        String style = colour.isPresent() ? "tile-" + colour.getAsInt() : "tile-rest";
        String name = Wording.counted("image.treemap-view.smaller", rest.size());
        boolean open = hasRoom(rest, box);
        VBox tile = open ? box(name + "  " + size, "", style, box) : box(name, size, style, box);
        if (colour.isPresent()) {
            tile.getStyleClass().add("inner");
        }
        tile.setOnMouseClicked(event -> look(rest));
        getChildren().add(tile);
        if (open) {
            placeInside(rest, box, colour);
        }
    }

    private static VBox box(String name, String size, String style, Box box) {
        VBox tile = new VBox();
        tile.getStyleClass().addAll("tile", style);
        if (box.width() > NARROWEST_LABEL && box.height() > LOWEST_LABEL) {
            tile.getChildren().add(new Label(name));
            if (!size.isEmpty()) {
                tile.getChildren().add(new Label(size));
            }
        }
        tile.resizeRelocate(box.x(), box.y(), Math.max(0, box.width() - 1), Math.max(0, box.height() - 1));
        tile.setManaged(false);
        Tooltip.install(tile, new Tooltip((name + "  " + size).strip()));
        return tile;
    }
}
