package dev.milliner.workbench.image;

import dev.milliner.image.PlannedPackage;
import dev.milliner.workbench.words.Wording;
import dev.milliner.workbench.words.Words;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The cells of the package table. */
final class PackageCells {
    private static final double BAR = 36;
    private static final double THINNEST = 2;

    private PackageCells() {}

    /** The name of a package or a group. */
    static void name(TreeTableColumn<PackageRow, PackageRow> column) {
        cells(column, Comparator.comparing(PackageRow::name), () -> new TextCell(PackageRow::name, one -> "plain"));
    }

    /** The version of a package; of a group, how many it holds. */
    static void version(TreeTableColumn<PackageRow, PackageRow> column) {
        cells(
                column,
                order(
                        Comparator.comparing(one -> one.nevra().version()),
                        Comparator.comparingInt(group -> group.packages().size())),
                () -> new TextCell(
                        row -> switch (row) {
                            case PackageRow.One one ->
                                one.it().nevra().version().toString();
                            case PackageRow.Group group ->
                                Wording.counted(
                                        "count.package", group.packages().size());
                        },
                        one -> "second"));
    }

    /** The installed size. */
    static void size(TreeTableColumn<PackageRow, PackageRow> column) {
        cells(
                column,
                Comparator.comparingLong(PackageRow::size),
                () -> new TextCell(row -> Words.size(row.size()), one -> "number"));
    }

    /** What there is to say of a single package; groups stand by their names. */
    static void text(
            TreeTableColumn<PackageRow, PackageRow> column,
            Function<PlannedPackage, String> text,
            Comparator<PlannedPackage> order,
            Function<PlannedPackage, String> styleClass) {
        cells(
                column,
                order(order, Comparator.comparing(PackageRow::name)),
                () -> new TextCell(row -> row.one().map(text).orElse(""), styleClass));
    }

    /** Rows beside one another are of one kind. */
    private static Comparator<PackageRow> order(Comparator<PlannedPackage> ones, Comparator<PackageRow> groups) {
        return (left, right) -> left.one()
                .flatMap(one -> right.one().map(other -> ones.compare(one, other)))
                .orElseGet(() -> groups.compare(left, right));
    }

    /** The architecture as a badge, one with a level in the level's colour. */
    static void architecture(TreeTableColumn<PackageRow, PackageRow> column) {
        cells(
                column,
                order(Comparator.comparing(one -> one.nevra().architecture()), Comparator.comparing(PackageRow::name)),
                ArchitectureCell::new);
    }

    /** A size of single packages with a bar that compares it with the largest; groups stand by all of theirs. */
    static void bar(
            TreeTableColumn<PackageRow, PackageRow> column, ToLongFunction<PlannedPackage> size, LongSupplier largest) {
        cells(
                column,
                order(Comparator.comparingLong(size), Comparator.comparingLong(PackageRow::size)),
                () -> new BarCell(size, largest));
    }

    private static void cells(
            TreeTableColumn<PackageRow, PackageRow> column,
            Comparator<PackageRow> order,
            Supplier<TreeTableCell<PackageRow, PackageRow>> cell) {
        column.setCellValueFactory(
                features -> new ReadOnlyObjectWrapper<>(features.getValue().getValue()));
        column.setComparator(order);
        column.setCellFactory(view -> cell.get());
    }

    /** A cell of words. */
    private static final class TextCell extends TreeTableCell<PackageRow, PackageRow> {
        private final Function<PackageRow, String> text;
        private final Function<PlannedPackage, String> styleClass;

        TextCell(Function<PackageRow, String> text, Function<PlannedPackage, String> styleClass) {
            this.text = text;
            this.styleClass = styleClass;
        }

        @Override
        protected void updateItem(@Nullable PackageRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? "" : text.apply(row));
            getStyleClass().removeAll("plain", "second", "number", "accent", "strong");
            if (!empty && row != null) {
                getStyleClass().add(styleClass.apply(row.packages().getFirst()));
            }
        }
    }

    /** A cell that is a badge. */
    private static final class ArchitectureCell extends TreeTableCell<PackageRow, PackageRow> {
        private final Label badge = new Label();

        ArchitectureCell() {
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }

        @Override
        protected void updateItem(@Nullable PackageRow row, boolean empty) {
            super.updateItem(row, empty);
            Optional<String> shown = Optional.ofNullable(empty ? null : row)
                    .flatMap(PackageRow::one)
                    .map(one -> one.nevra().architecture());
            setGraphic(shown.isPresent() ? badge : null);
            shown.ifPresent(architecture -> {
                String level = PackageFilter.level(architecture);
                boolean leveled = level.startsWith("v");
                badge.setText(leveled ? level : architecture);
                badge.getStyleClass().setAll("label", leveled ? "badge-level" : "badge");
            });
        }
    }

    /** A cell with a size and a bar. */
    private static final class BarCell extends TreeTableCell<PackageRow, PackageRow> {
        private final ToLongFunction<PlannedPackage> size;
        private final LongSupplier largest;
        private final Label number = new Label();
        private final Region bar = new Region();
        private final HBox bars;

        BarCell(ToLongFunction<PlannedPackage> size, LongSupplier largest) {
            this.size = size;
            this.largest = largest;
            number.setMinWidth(Region.USE_PREF_SIZE);
            bar.getStyleClass().add("size-bar");
            HBox track = new HBox(bar);
            track.setMinWidth(BAR);
            track.setPrefWidth(BAR);
            track.setAlignment(Pos.CENTER_LEFT);
            bars = new HBox(8, number, track);
            bars.setAlignment(Pos.CENTER_RIGHT);
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }

        @Override
        protected void updateItem(@Nullable PackageRow row, boolean empty) {
            super.updateItem(row, empty);
            Optional<PlannedPackage> shown =
                    Optional.ofNullable(empty ? null : row).flatMap(PackageRow::one);
            setGraphic(shown.isPresent() ? bars : null);
            shown.ifPresent(one -> draw(size.applyAsLong(one)));
        }

        private void draw(long bytes) {
            number.setText(Words.size(bytes));
            double width = largest.getAsLong() == 0 ? 0 : BAR * bytes / largest.getAsLong();
            double shown = bytes == 0 ? 0 : Math.max(THINNEST, width);
            bar.setMinWidth(shown);
            bar.setMaxWidth(shown);
        }
    }
}
