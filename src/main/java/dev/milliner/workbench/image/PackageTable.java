package dev.milliner.workbench.image;

import dev.milliner.image.ImagePlan;
import dev.milliner.image.PlannedPackage;
import dev.milliner.workbench.base.Fxml;
import dev.milliner.workbench.base.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The packages of a plan: a map by size, a filter, and a table. */
final class PackageTable {
    private static final Map<String, String> CHIPS = new java.util.LinkedHashMap<>();

    static {
        CHIPS.put("asked", "Asked for");
        CHIPS.put("pulled", "Pulled in");
        CHIPS.put("weak", "Weak only");
        CHIPS.put("overlaid", "Overlaid");
        CHIPS.put("changed", "Changed");
    }

    @FXML
    private VBox root;

    @FXML
    private StackPane mapHolder;

    @FXML
    private TextField filterField;

    @FXML
    private HBox chips;

    @FXML
    private Label shownCount;

    @FXML
    private TableView<PlannedPackage> table;

    @FXML
    private TableColumn<PlannedPackage, PlannedPackage> nameColumn;

    @FXML
    private TableColumn<PlannedPackage, PlannedPackage> versionColumn;

    @FXML
    private TableColumn<PlannedPackage, PlannedPackage> archColumn;

    @FXML
    private TableColumn<PlannedPackage, PlannedPackage> componentColumn;

    @FXML
    private TableColumn<PlannedPackage, PlannedPackage> sizeColumn;

    @FXML
    private TableColumn<PlannedPackage, PlannedPackage> addedColumn;

    @FXML
    private TableColumn<PlannedPackage, PlannedPackage> reasonColumn;

    @FXML
    private Label emptyState;

    private final TreemapView map = new TreemapView(this::selectByName);
    private @Nullable ImagePlan plan;
    private Set<String> changed = Set.of();
    private long largestAdded;

    PackageTable() {
        Fxml.load("image/packages.fxml", this);
        mapHolder.getChildren().add(map);
        CHIPS.forEach((word, label) -> chips.getChildren().add(chip(word, label)));
        columns();
        filterField.textProperty().subscribe(this::filter);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        addedColumn.setSortType(TableColumn.SortType.DESCENDING);
        table.getSortOrder().setAll(List.of(addedColumn));
        table.getSelectionModel().selectedItemProperty().subscribe(one -> map.select(one == null ? null : one.name()));
    }

    VBox node() {
        return root;
    }

    private ToggleButton chip(String word, String label) {
        ToggleButton chip = new ToggleButton(label);
        chip.getStyleClass().setAll("toggle-button", "chip");
        chip.setTooltip(new Tooltip("Only these: puts " + word + " into the filter, and takes it out again"));
        chip.setOnAction(event -> filterField.setText(PackageFilter.toggled(filterField.getText(), word)));
        filterField.textProperty().subscribe(text -> chip.setSelected(PackageFilter.has(text, word)));
        return chip;
    }

    private void columns() {
        PackageCells.text(nameColumn, PlannedPackage::name, Comparator.comparing(PlannedPackage::name), one -> "plain");
        PackageCells.text(
                versionColumn,
                one -> one.nevra().version().toString(),
                Comparator.comparing(one -> one.nevra().version()),
                one -> "second");
        PackageCells.architecture(archColumn);
        PackageCells.text(
                componentColumn,
                one -> one.component().orElse("") + (one.overlays().isEmpty() ? "" : " ●"),
                Comparator.comparing(one -> one.component().orElse("")),
                one -> one.overlays().isEmpty() ? "second" : "accent");
        PackageCells.text(
                sizeColumn,
                one -> Words.size(one.size()),
                Comparator.comparingLong(PlannedPackage::size),
                one -> "number");
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
        map.show(tiles);
        mapHolder.setVisible(now != null);
        mapHolder.setManaged(now != null);
        filter();
    }

    /** Takes the names of the packages that differ from HEAD. */
    void setChanged(Set<String> names) {
        changed = names;
        if (PackageFilter.has(filterField.getText(), "changed")) {
            filter();
        }
    }

    private void filter() {
        PackageFilter filter = PackageFilter.parse(filterField.getText(), changed);
        Set<String> selected = allSelected().stream().map(PlannedPackage::name).collect(Collectors.toSet());
        Stream<PlannedPackage> passing =
                plan == null ? Stream.of() : plan.packages().stream().filter(filter::accepts);
        var order = List.copyOf(table.getSortOrder());
        table.getItems().setAll(passing.toList());
        table.getSortOrder().setAll(order);
        shownCount.setText(Words.number(table.getItems().size()) + " shown");
        for (int i = 0; i < table.getItems().size(); i++) {
            if (selected.contains(table.getItems().get(i).name())) {
                table.getSelectionModel().select(i);
            }
        }
    }

    /** Has a listener told that others are selected. */
    void onSelect(Runnable listener) {
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<PlannedPackage>)
                change -> listener.run());
    }

    /** The packages that are selected, in the table's order. */
    List<PlannedPackage> allSelected() {
        return table.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .toList();
    }

    /** Brings a package to the front, out of the filter's way where need be. */
    void selectByName(String name) {
        if (plan == null) {
            return;
        }
        plan.find(name).ifPresent(one -> {
            if (!table.getItems().contains(one)) {
                filterField.clear();
            }
            table.getSelectionModel().clearAndSelect(table.getItems().indexOf(one));
            table.scrollTo(one);
        });
    }
}
