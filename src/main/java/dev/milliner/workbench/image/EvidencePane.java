package dev.milliner.workbench.image;

import dev.milliner.build.history.BuildStore;
import dev.milliner.distro.Distro;
import dev.milliner.image.Carrier;
import dev.milliner.image.Inspection;
import dev.milliner.image.Volume;
import dev.milliner.image.VolumeVerity;
import dev.milliner.level.LevelEvidence;
import dev.milliner.level.LevelTotals.Total;
import dev.milliner.workbench.base.Fxml;
import dev.milliner.workbench.base.Later;
import dev.milliner.workbench.words.Wording;
import dev.milliner.workbench.words.Words;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** How far a built image is x86-64-v3: its totals, and each package and file with what shows it. */
final class EvidencePane {
    @FXML
    private VBox root;

    @FXML
    private Label about;

    @FXML
    private Button chooseButton;

    @FXML
    private FlowPane totals;

    @FXML
    private TreeTableView<EvidenceLine> tree;

    @FXML
    private TreeTableColumn<EvidenceLine, EvidenceLine> nameColumn;

    @FXML
    private TreeTableColumn<EvidenceLine, EvidenceLine> levelColumn;

    @FXML
    private TreeTableColumn<EvidenceLine, EvidenceLine> countColumn;

    @FXML
    private TreeTableColumn<EvidenceLine, EvidenceLine> sizeColumn;

    @FXML
    private TreeTableColumn<EvidenceLine, EvidenceLine> sentenceColumn;

    @FXML
    private Label emptyState;

    @FXML
    private Label sentence;

    private final EvidenceDesk desk;
    private final Later listing = new Later(Wording.of("activity.image-evidence-lines"));
    private final ToggleGroup rungs = new ToggleGroup();
    private List<EvidenceLine> lines = List.of();
    private @Nullable String wanted;

    /**
     * Makes the pane.
     *
     * @param builds where builds left what can be read
     * @param choose asks for a built image
     * @param again has the image that is shown looked at again
     */
    EvidencePane(BuildStore builds, Supplier<Optional<Path>> choose, Runnable again) {
        desk = new EvidenceDesk(builds);
        Fxml.load("image/evidence.fxml", this);
        chooseButton.setOnAction(event -> choose.get().ifPresent(file -> {
            choose(file);
            again.run();
        }));
        column(nameColumn, EvidenceLine::name, Comparator.comparing(EvidenceLine::name), "plain");
        column(levelColumn, line -> Words.capital(line.level().words()), Comparator.comparing(EvidenceLine::level), "");
        column(
                countColumn,
                line -> line.count() == 0 ? "" : Words.number(line.count()),
                Comparator.comparingInt(EvidenceLine::count),
                "number");
        column(
                sizeColumn,
                line -> line.count() == 0 ? "" : Words.size(line.bytes()),
                Comparator.comparingLong(EvidenceLine::bytes),
                "number");
        column(sentenceColumn, EvidenceLine::sentence, Comparator.comparing(EvidenceLine::sentence), "second");
        rungs.selectedToggleProperty().subscribe(toggle -> fill());
        tree.getSelectionModel().selectedItemProperty().subscribe(this::tell);
        desk.shownProperty().subscribe(this::show);
    }

    /** Reads what there is of an image; only while it is looked at, as a large one takes a while. */
    void look(Distro distro, String image) {
        desk.look(distro, image);
    }

    /** Takes a file in place of what builds left; it is read when it is looked at. */
    void choose(Path file) {
        desk.choose(file);
    }

    /** Forgets what is of another image. */
    void forget() {
        desk.forget();
    }

    /** Has a listener told when another image was read. */
    void onRead(Runnable listener) {
        desk.shownProperty().subscribe(listener);
    }

    /** What was found in the built image, where one was read. */
    Optional<Inspection> inspected() {
        Evidence now = desk.shownProperty().get();
        return now == null ? Optional.empty() : now.inspected();
    }

    private void column(
            TreeTableColumn<EvidenceLine, EvidenceLine> column,
            Function<EvidenceLine, String> text,
            Comparator<EvidenceLine> order,
            String styleClass) {
        column.setComparator(order);
        column.setCellValueFactory(
                features -> new ReadOnlyObjectWrapper<>(features.getValue().getValue()));
        column.setCellFactory(view -> new TreeTableCell<>() {
            @Override
            protected void updateItem(@Nullable EvidenceLine line, boolean empty) {
                super.updateItem(line, empty);
                setText(empty || line == null ? "" : text.apply(line));
                getStyleClass().removeAll("plain", "second", "number", "good", "warning");
                if (!empty && line != null) {
                    getStyleClass().add(styleClass.isEmpty() ? styleOf(line.level()) : styleClass);
                }
            }
        });
    }

    private static String styleOf(LevelEvidence level) {
        return switch (level) {
            case V3, LIKELY -> "good";
            case MIXED, BASELINE -> "warning";
            case FLAGS, NOARCH, UNKNOWN -> "second";
        };
    }

    VBox node() {
        return root;
    }

    private void show(@Nullable Evidence now) {
        about.setText(
                now == null
                        ? ""
                        : now.artifact()
                                .map(file -> String.valueOf(file.getFileName()))
                                .orElse(""));
        about.setTooltip(
                now == null
                        ? null
                        : now.artifact()
                                .map(file -> new Tooltip(file.toString()))
                                .orElse(null));
        switch (now) {
            case null -> empty("");
            case Evidence.Nothing() -> empty(Wording.of("image.evidence-pane.no-build-image"));
            case Evidence.Reading reading ->
                empty(Wording.of(
                        "image.evidence-pane.being-read", reading.file().getFileName()));
            case Evidence.Refused refused -> empty(refused.why());
            case Evidence.Shown shown -> {
                empty(Wording.of("image.evidence-pane.packages-being-listed"));
                listing.ask(() -> EvidenceLine.of(shown.inspection()), found -> list(shown.inspection(), found));
            }
        }
    }

    private void empty(String why) {
        listing.cancel();
        lines = List.of();
        totals.getChildren().clear();
        fill();
        emptyState.setText(why);
    }

    private void list(Inspection inspection, List<EvidenceLine> found) {
        lines = found;
        totals.getChildren().setAll(verity(inspection.carrier()));
        inspection.totals().each().forEach((level, total) -> totals.getChildren()
                .add(chip(level, total)));
        emptyState.setText(
                inspection.packages().isEmpty()
                        ? Wording.of("image.evidence-pane.packages-not-known")
                        : Wording.of("image.evidence-pane.no-package-kind"));
        fill();
        if (wanted != null) {
            select(wanted);
        }
    }

    /** What is known of the hash trees of its partitions. */
    private static List<Label> verity(Carrier carrier) {
        return carrier instanceof Carrier.Disk disk
                ? disk.volumes().stream()
                        .filter(volume -> !volume.verity().words().isEmpty())
                        .map(EvidencePane::verity)
                        .toList()
                : List.of();
    }

    private static Label verity(Volume volume) {
        String words = volume.verity().words();
        Label label = new Label(Words.capital(words.replaceFirst(":.*", "")));
        label.setTooltip(new Tooltip(Words.capital(volume.words()) + ": " + words));
        label.getStyleClass().add("chip");
        switch (volume.verity()) {
            case VolumeVerity.Matches matches -> label.getStyleClass().add("good");
            case VolumeVerity.Differs differs -> label.getStyleClass().add("warning");
            case VolumeVerity.Absent absent -> {}
            case VolumeVerity.Unsaid unsaid -> {}
        }
        return label;
    }

    private ToggleButton chip(LevelEvidence level, Total total) {
        ToggleButton chip = new ToggleButton(Wording.counted(
                "image.evidence-pane.files", total.files(), Words.capital(level.words()), Words.size(total.bytes())));
        chip.getStyleClass().setAll("toggle-button", "chip");
        chip.setTooltip(new Tooltip(Wording.of("image.evidence-pane.only-packages-such")));
        chip.setUserData(level);
        chip.setToggleGroup(rungs);
        return chip;
    }

    private void fill() {
        List<EvidenceLine> shown = rungs.getSelectedToggle() != null
                        && rungs.getSelectedToggle().getUserData() instanceof LevelEvidence level
                ? EvidenceLine.only(lines, level)
                : lines;
        TreeItem<EvidenceLine> all = new TreeItem<>();
        all.getChildren().setAll(shown.stream().map(EvidenceItem::new).toList());
        tree.setRoot(all);
        emptyState.setVisible(shown.isEmpty());
    }

    private void tell(@Nullable TreeItem<EvidenceLine> item) {
        sentence.setText(
                item == null || item.getValue() == null
                        ? ""
                        : item.getValue().name() + ": " + item.getValue().sentence());
    }

    /** Brings a package to the front, once it is listed. */
    void select(String name) {
        wanted = name;
        if (lines.isEmpty()) {
            return;
        }
        wanted = null;
        rungs.selectToggle(null);
        tree.getRoot().getChildren().stream()
                .filter(item -> item.getValue().name().equals(name))
                .findFirst()
                .ifPresent(item -> {
                    item.setExpanded(true);
                    tree.getSelectionModel().select(item);
                    tree.scrollTo(tree.getRow(item));
                    tree.requestFocus();
                });
    }

    boolean isSettled() {
        return desk.isSettled() && listing.isSettled();
    }

    /** Ends what it works out. */
    void close() {
        desk.close();
        listing.close();
    }
}
