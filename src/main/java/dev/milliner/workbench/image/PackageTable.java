package dev.milliner.workbench.image;

import dev.milliner.image.ImagePlan;
import dev.milliner.image.PlannedPackage;
import dev.milliner.workbench.base.Fxml;
import dev.milliner.workbench.words.Wording;
import dev.milliner.workbench.words.Words;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The packages of a plan: a map by size, a filter, and a table. */
final class PackageTable {
    private static final Map<String, String> CHIPS = new java.util.LinkedHashMap<>();

    static {
        CHIPS.put("asked", Wording.of("image.package-table.asked"));
        CHIPS.put("pulled", Wording.of("image.package-table.pulled"));
        CHIPS.put("weak", Wording.of("image.package-table.weak-only"));
        CHIPS.put("overlaid", Wording.of("image.package-table.overlaid"));
        CHIPS.put("changed", Wording.of("image.package-table.changed"));
    }

    @FXML
    private VBox root;

    @FXML
    private StackPane mapHolder;

    @FXML
    private TextField filterField;

    @FXML
    private ComboBox<PackageGrouping> grouping;

    @FXML
    private HBox chips;

    @FXML
    private Label shownCount;

    @FXML
    private TreeTableView<PackageRow> table;

    @FXML
    private TreeTableColumn<PackageRow, PackageRow> nameColumn;

    @FXML
    private TreeTableColumn<PackageRow, PackageRow> versionColumn;

    @FXML
    private TreeTableColumn<PackageRow, PackageRow> archColumn;

    @FXML
    private TreeTableColumn<PackageRow, PackageRow> componentColumn;

    @FXML
    private TreeTableColumn<PackageRow, PackageRow> sizeColumn;

    @FXML
    private TreeTableColumn<PackageRow, PackageRow> addedColumn;

    @FXML
    private TreeTableColumn<PackageRow, PackageRow> reasonColumn;

    @FXML
    private Label emptyState;

    private final TreemapView map =
            new TreemapView(Wording.of("image.package-table.packages-size-arrows"), this::selectByName);
    private final Set<String> unfolded = new HashSet<>();
    private @Nullable ImagePlan plan;
    private List<TreemapView.Item> byAsked = List.of();
    private Set<String> changed = Set.of();
    private long largestAdded;

    PackageTable() {
        Fxml.load("image/packages.fxml", this);
        mapHolder.getChildren().add(map);
        CHIPS.forEach((word, label) -> chips.getChildren().add(chip(word, label)));
        columns();
        table.setRoot(new TreeItem<>());
        table.getRoot().setExpanded(true);
        grouping.getItems().setAll(PackageGrouping.values());
        grouping.setConverter(new LabelConverter());
        grouping.setValue(PackageGrouping.NONE);
        grouping.valueProperty().subscribe(this::group);
        filterField.textProperty().subscribe(this::filter);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        addedColumn.setSortType(TreeTableColumn.SortType.DESCENDING);
        table.getSortOrder().setAll(List.of(addedColumn));
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        item -> map.select(item == null ? null : item.getValue().name()));
    }

    VBox node() {
        return root;
    }

    private ToggleButton chip(String word, String label) {
        ToggleButton chip = new ToggleButton(label);
        chip.getStyleClass().setAll("toggle-button", "chip");
        chip.setTooltip(new Tooltip(Wording.of("image.package-table.only-these-puts", word)));
        chip.setOnAction(event -> filterField.setText(PackageFilter.toggled(filterField.getText(), word)));
        filterField.textProperty().subscribe(text -> chip.setSelected(PackageFilter.has(text, word)));
        return chip;
    }

    private void columns() {
        PackageCells.name(nameColumn);
        PackageCells.version(versionColumn);
        PackageCells.architecture(archColumn);
        PackageCells.text(
                componentColumn,
                one -> one.component().orElse("") + (one.overlays().isEmpty() ? "" : " ●"),
                Comparator.comparing(one -> one.component().orElse("")),
                one -> one.overlays().isEmpty() ? "second" : "accent");
        PackageCells.size(sizeColumn);
        PackageCells.bar(addedColumn, PlannedPackage::addedSize, () -> largestAdded);
        PackageCells.text(
                reasonColumn,
                PlannedPackage::reason,
                Comparator.comparing(PlannedPackage::reason),
                one -> one.asked() ? "plain" : "second");
    }

    /**
     * Shows a plan.
     *
     * @param tiles the map of it by size
     * @param why what to say where there is none
     */
    void show(@Nullable ImagePlan now, List<TreemapView.Item> tiles, String why) {
        plan = now;
        List<PlannedPackage> packages = now == null ? List.of() : now.packages();
        largestAdded =
                packages.stream().mapToLong(PlannedPackage::addedSize).max().orElse(0);
        emptyState.setText(why);
        emptyState.setVisible(packages.isEmpty());
        byAsked = List.copyOf(tiles);
        mapHolder.setVisible(now != null);
        mapHolder.setManaged(now != null);
        group();
    }

    /** Takes the names of the packages that differ from HEAD. */
    void setChanged(Set<String> names) {
        changed = names;
        if (PackageFilter.has(filterField.getText(), "changed")) {
            filter();
        }
    }

    /** Puts rows and tiles together otherwise. */
    private void group() {
        map.show(plan == null ? List.of() : grouping.getValue().tiles(plan, byAsked));
        filter();
    }

    private void filter() {
        String text = filterField.getText();
        PackageFilter filter = PackageFilter.parse(text, changed);
        Set<String> selected = allSelected().stream().map(PlannedPackage::name).collect(Collectors.toSet());
        List<PlannedPackage> passing = plan == null
                ? List.of()
                : plan.packages().stream().filter(filter::accepts).toList();
        var order = List.copyOf(table.getSortOrder());
        table.getSelectionModel().clearSelection();
        table.getRoot()
                .getChildren()
                .setAll(grouping.getValue().rows(passing).stream()
                        .map(row -> item(row, !text.isBlank()))
                        .toList());
        table.getSortOrder().setAll(order);
        table.sort();
        shownCount.setText(Wording.of("image.package-table.shown", Words.number(passing.size())));
        selected.forEach(name -> find(name).filter(this::isInSight).ifPresent(table.getSelectionModel()::select));
    }

    /** A group is folded until somebody unfolds it, or looks for something. */
    private TreeItem<PackageRow> item(PackageRow row, boolean looking) {
        TreeItem<PackageRow> item = new TreeItem<>(row);
        if (row instanceof PackageRow.Group group) {
            group.packages().forEach(one -> item.getChildren().add(new TreeItem<>(new PackageRow.One(one))));
            item.setExpanded(looking || unfolded.contains(group.name()));
            item.expandedProperty().subscribe((before, now) -> {
                if (now) {
                    unfolded.add(group.name());
                } else {
                    unfolded.remove(group.name());
                }
            });
        }
        return item;
    }

    private Optional<TreeItem<PackageRow>> find(String name) {
        return table.getRoot().getChildren().stream()
                .flatMap(item -> Stream.concat(Stream.of(item), item.getChildren().stream()))
                .filter(item -> item.getValue() instanceof PackageRow.One one
                        && one.name().equals(name))
                .findFirst();
    }

    private boolean isInSight(TreeItem<PackageRow> item) {
        return item.getParent().isExpanded();
    }

    /** Gives it the keyboard. */
    void focus() {
        table.requestFocus();
    }

    /** Has a listener told that others are selected. */
    void onSelect(Runnable listener) {
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<TreeItem<PackageRow>>)
                change -> listener.run());
    }

    /** The packages that are selected, those of a selected group too, in the table's order. */
    List<PlannedPackage> allSelected() {
        return table.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .flatMap(item -> item.getValue().packages().stream())
                .distinct()
                .toList();
    }

    /** Brings a package to the front, out of the filter's way and out of its group where need be; a tile's name may be a group's. */
    void selectByName(String name) {
        if (plan == null || plan.find(name).isEmpty()) {
            return;
        }
        if (find(name).isEmpty()) {
            filterField.clear();
        }
        find(name).ifPresent(item -> {
            item.getParent().setExpanded(true);
            int row = table.getRow(item);
            table.getSelectionModel().clearAndSelect(row);
            table.scrollTo(row);
        });
    }

    /** Groupings by their labels. */
    private static final class LabelConverter extends StringConverter<PackageGrouping> {
        @Override
        public String toString(PackageGrouping one) {
            return one.label();
        }

        @Override
        public PackageGrouping fromString(String label) {
            throw new UnsupportedOperationException("nothing is typed there");
        }
    }
}
