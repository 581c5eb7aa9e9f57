package dev.milliner.workbench.image;

import dev.milliner.image.PlannedPackage;
import dev.milliner.workbench.base.Words;
import java.util.Comparator;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The cells of the package table. */
final class PackageCells {
    private static final double BAR = 36;
    private static final double THINNEST = 2;

    private PackageCells() {}

    static void text(
            TableColumn<PlannedPackage, PlannedPackage> column,
            Function<PlannedPackage, String> text,
            Comparator<PlannedPackage> order,
            Function<PlannedPackage, String> styleClass) {
        cells(column, order, () -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable PlannedPackage one, boolean empty) {
                super.updateItem(one, empty);
                setText(empty || one == null ? "" : text.apply(one));
                getStyleClass().removeAll("second", "number", "accent");
                if (!empty && one != null) {
                    getStyleClass().add(styleClass.apply(one));
                }
            }
        });
    }

    /** The architecture as a badge, one with a level in the level's colour. */
    static void architecture(TableColumn<PlannedPackage, PlannedPackage> column) {
        cells(
                column,
                Comparator.comparing(one -> one.nevra().architecture()),
                () -> new GraphicCell(new Label(), one -> one.nevra().architecture(), (badge, architecture) -> {
                    String level = PackageFilter.level(architecture);
                    boolean leveled = level.startsWith("v");
                    badge.setText(leveled ? level : architecture);
                    badge.getStyleClass().setAll("label", leveled ? "badge-level" : "badge");
                }));
    }

    /** A size with a bar that compares it with the largest. */
    static void bar(
            TableColumn<PlannedPackage, PlannedPackage> column,
            ToLongFunction<PlannedPackage> size,
            LongSupplier largest) {
        cells(column, Comparator.comparingLong(size), () -> new BarCell(size, largest));
    }

    private static void cells(
            TableColumn<PlannedPackage, PlannedPackage> column,
            Comparator<PlannedPackage> order,
            Supplier<TableCell<PlannedPackage, PlannedPackage>> cell) {
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setComparator(order);
        column.setCellFactory(view -> cell.get());
    }

    /** A cell that is a badge. */
    private static final class GraphicCell extends TableCell<PlannedPackage, PlannedPackage> {
        private final Label badge;
        private final Function<PlannedPackage, String> value;
        private final BiConsumer<Label, String> show;

        GraphicCell(Label badge, Function<PlannedPackage, String> value, BiConsumer<Label, String> show) {
            this.badge = badge;
            this.value = value;
            this.show = show;
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }

        @Override
        protected void updateItem(@Nullable PlannedPackage one, boolean empty) {
            super.updateItem(one, empty);
            if (empty || one == null) {
                setGraphic(null);
            } else {
                show.accept(badge, value.apply(one));
                setGraphic(badge);
            }
        }
    }

    /** A cell with a size and a bar. */
    private static final class BarCell extends TableCell<PlannedPackage, PlannedPackage> {
        private final ToLongFunction<PlannedPackage> size;
        private final LongSupplier largest;
        private final Label number = new Label();
        private final Region bar = new Region();
        private final HBox row;

        BarCell(ToLongFunction<PlannedPackage> size, LongSupplier largest) {
            this.size = size;
            this.largest = largest;
            number.setMinWidth(Region.USE_PREF_SIZE);
            bar.getStyleClass().add("size-bar");
            HBox track = new HBox(bar);
            track.setMinWidth(BAR);
            track.setPrefWidth(BAR);
            track.setAlignment(Pos.CENTER_LEFT);
            row = new HBox(8, number, track);
            row.setAlignment(Pos.CENTER_RIGHT);
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }

        @Override
        protected void updateItem(@Nullable PlannedPackage one, boolean empty) {
            super.updateItem(one, empty);
            if (empty || one == null) {
                setGraphic(null);
                return;
            }
            long bytes = size.applyAsLong(one);
            number.setText(Words.size(bytes));
            double width = largest.getAsLong() == 0 ? 0 : BAR * bytes / largest.getAsLong();
            double shown = bytes == 0 ? 0 : Math.max(THINNEST, width);
            bar.setMinWidth(shown);
            bar.setMaxWidth(shown);
            setGraphic(row);
        }
    }
}
