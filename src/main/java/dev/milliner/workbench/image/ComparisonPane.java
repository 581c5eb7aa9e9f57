package dev.milliner.workbench.image;

import dev.milliner.image.ImageDifference;
import dev.milliner.image.ImageDifference.Change;
import dev.milliner.image.ImageDifference.Held;
import dev.milliner.workbench.base.Fxml;
import dev.milliner.workbench.words.Wording;
import dev.milliner.workbench.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The packages in which an image differs from something else, by the component that makes them. */
final class ComparisonPane {
    @FXML
    private VBox root;

    @FXML
    private Label summary;

    @FXML
    private StackPane mapHolder;

    @FXML
    private TreeTableView<Line> tree;

    @FXML
    private TreeTableColumn<Line, String> nameColumn;

    @FXML
    private TreeTableColumn<Line, String> kindColumn;

    @FXML
    private TreeTableColumn<Line, String> beforeColumn;

    @FXML
    private TreeTableColumn<Line, String> afterColumn;

    @FXML
    private TreeTableColumn<Line, String> growthColumn;

    @FXML
    private Label emptyState;

    private final TreemapView map =
            new TreemapView(Wording.of("image.comparison-pane.packages-how-much"), this::selectByName);

    /** A row: a component with its packages, or a package. */
    private record Line(String name, String kind, String before, String after, long growth) {
        static Line of(Change change) {
            return new Line(
                    change.name(),
                    change.kind().word(),
                    version(change.before()),
                    version(change.after()),
                    change.growth());
        }

        static Line of(String source, List<Change> changes) {
            long growth = changes.stream().mapToLong(Change::growth).sum();
            return new Line(source, Wording.counted("count.package", changes.size()), "", "", growth);
        }

        private static String version(Optional<Held> held) {
            return held.map(one -> one.nevra().version() + " " + one.nevra().architecture())
                    .orElse("–");
        }
    }

    ComparisonPane() {
        Fxml.load("image/compared.fxml", this);
        mapHolder.getChildren().add(map);
        tree.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        item -> map.select(item == null ? null : item.getValue().name()));
        column(nameColumn, Line::name, line -> "plain");
        column(kindColumn, Line::kind, line -> switch (line.kind()) {
            case "added" -> "warning";
            case "removed" -> "good";
            default -> "second";
        });
        column(beforeColumn, Line::before, line -> "second");
        column(afterColumn, Line::after, line -> "plain");
        column(growthColumn, line -> growth(line.growth()), line -> "number");
    }

    private static void column(
            TreeTableColumn<Line, String> column, Function<Line, String> text, Function<Line, String> styleClass) {
        column.setSortable(false);
        column.setCellValueFactory(features ->
                new ReadOnlyStringWrapper(text.apply(features.getValue().getValue())));
        column.setCellFactory(view -> new TreeTableCell<>() {
            @Override
            protected void updateItem(@Nullable String value, boolean empty) {
                super.updateItem(value, empty);
                setText(empty ? "" : value);
                getStyleClass().removeAll("plain", "second", "number", "warning", "good");
                Line line = getTableRow() == null ? null : getTableRow().getItem();
                if (!empty && line != null) {
                    getStyleClass().add(styleClass.apply(line));
                }
            }
        });
    }

    VBox node() {
        return root;
    }

    /** Shows that a comparison is under way. */
    void wait(Other other) {
        fill(List.of(), List.of(), "", Wording.of("image.comparison-pane.image-compared", other.label()));
    }

    /** Shows a comparison; null where none was made. */
    void show(ImageDesk.@Nullable Compared compared) {
        ImageDifference difference = compared == null ? null : compared.difference();
        if (compared == null) {
            fill(List.of(), List.of(), "", Wording.of("image.comparison-pane.choose-above-compare"));
        } else if (difference == null) {
            fill(
                    List.of(),
                    List.of(),
                    "",
                    Wording.of(
                            "image.comparison-pane.cant-compared",
                            compared.other().label(),
                            compared.why()));
        } else {
            fill(
                    items(difference),
                    GrowthMap.of(difference),
                    summary(difference),
                    Wording.of(
                            "image.comparison-pane.image-holds-same",
                            compared.other().label()));
        }
    }

    private static List<TreeItem<Line>> items(ImageDifference difference) {
        return difference.bySource().entrySet().stream()
                .map(group -> {
                    TreeItem<Line> item = new TreeItem<>(Line.of(group.getKey(), group.getValue()));
                    group.getValue().forEach(change -> item.getChildren().add(new TreeItem<>(Line.of(change))));
                    item.setExpanded(true);
                    return item;
                })
                .toList();
    }

    private static String summary(ImageDifference difference) {
        return Wording.counted(
                "image.comparison-pane.summary",
                difference.changes().size(),
                Words.size(difference.sizeBefore()),
                Words.size(difference.sizeAfter()),
                growth(difference.growth()));
    }

    /** A difference in size with its sign. */
    static String growth(long bytes) {
        return bytes == 0
                ? Wording.of("image.comparison-pane.same-size")
                : (bytes > 0 ? "+" : "−") + Words.size(Math.abs(bytes));
    }

    /** A tile is a component or a package, and of two rows of one name the component's stands first. */
    private void selectByName(String name) {
        tree.getRoot().getChildren().stream()
                .flatMap(group -> Stream.concat(Stream.of(group), group.getChildren().stream()))
                .filter(item -> item.getValue().name().equals(name))
                .findFirst()
                .ifPresent(item -> {
                    tree.getSelectionModel().select(item);
                    tree.scrollTo(tree.getRow(item));
                });
    }

    private void fill(List<TreeItem<Line>> items, List<TreemapView.Item> tiles, String text, String empty) {
        map.show(tiles);
        mapHolder.setVisible(!tiles.isEmpty());
        mapHolder.setManaged(!tiles.isEmpty());
        TreeItem<Line> all = new TreeItem<>();
        all.getChildren().setAll(items);
        tree.setRoot(all);
        summary.setText(text);
        emptyState.setText(empty);
        emptyState.setVisible(items.isEmpty());
    }
}
