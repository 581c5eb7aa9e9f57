package dev.milliner.workbench.overlays;

import dev.milliner.overlay.FileChange;
import dev.milliner.text.Place;
import dev.milliner.upstream.OverlaidComponent;
import dev.milliner.upstream.OverlayEffect;
import dev.milliner.upstream.OverlayResult;
import dev.milliner.upstream.OverlayVerdict;
import dev.milliner.workbench.base.Choices;
import dev.milliner.workbench.base.Fxml;
import dev.milliner.workbench.base.Keys;
import dev.milliner.workbench.base.Snapshot;
import dev.milliner.workbench.base.Words;
import dev.milliner.workbench.base.WorkbenchPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The full-size view of one component's overlays: the steps, what they change, and what that means. */
public final class OverlayPage implements WorkbenchPage {
    @FXML
    private SplitPane root;

    @FXML
    private Label heading;

    @FXML
    private Label origin;

    @FXML
    private ListView<StepRow> steps;

    @FXML
    private Label noComponent;

    @FXML
    private ListView<FileChange> files;

    @FXML
    private BorderPane middle;

    @FXML
    private ToggleGroup layoutGroup;

    @FXML
    private ToggleGroup scopeGroup;

    @FXML
    private ToggleButton unified;

    @FXML
    private ToggleButton thisStep;

    @FXML
    private ToggleButton upToHere;

    @FXML
    private ToggleButton ignoreWhitespace;

    @FXML
    private Label fileName;

    @FXML
    private Label changeCount;

    @FXML
    private HBox notice;

    @FXML
    private Label noticeText;

    @FXML
    private Button fetchButton;

    @FXML
    private ScrollPane details;

    private final OverlayDesk desk;
    private final OverlayDiff diff;
    private final OverlayDetails information;
    private final RpmDesk rpm;
    private int change;
    private boolean refreshing;
    private boolean inFront;
    private boolean isStale;

    /**
     * A row of the list of steps.
     *
     * @param effect what the overlay does; empty for upstream's own sources
     * @param title its type
     * @param about why, in the maintainer's words
     * @param verdict what it does now
     */
    record StepRow(Optional<OverlayEffect> effect, String title, String about, OverlayVerdict verdict) {}

    /** Makes the page. */
    public OverlayPage(OverlayDesk desk, RpmDesk rpm, Choices choices, Consumer<Place> goTo) {
        this.desk = desk;
        diff = new OverlayDiff(desk);
        information = new OverlayDetails(goTo);
        Fxml.load("overlays/overlays.fxml", this);
        root.setId("overlays");
        steps.setCellFactory(view -> new StepCell());
        steps.setFixedCellSize(52);
        files.setCellFactory(view -> new ChangedFileCell());
        files.setFixedCellSize(23);
        middle.setCenter(diff.node());
        this.rpm = rpm;
        details.setContent(new VBox(information.node(), new RpmPane(rpm, choices, goTo).node()));
        diff.onDrawn(this::drawn);
        listen(goTo);
        refresh();
    }

    private void listen(Consumer<Place> goTo) {
        steps.getSelectionModel().selectedIndexProperty().subscribe(index -> {
            if (!refreshing && index.intValue() >= 0) {
                desk.selectedProperty().set(index.intValue());
            }
        });
        steps.setOnMouseClicked(event -> {
            StepRow row = steps.getSelectionModel().getSelectedItem();
            if (event.getClickCount() == 2 && row != null) {
                row.effect().ifPresent(effect -> goTo.accept(effect.overlay().place()));
            }
        });
        files.getSelectionModel().selectedItemProperty().subscribe(file -> {
            if (!refreshing && file != null) {
                diff.choose(file.file());
            }
        });
        keepOneSelected(layoutGroup);
        keepOneSelected(scopeGroup);
        unified.selectedProperty().subscribe(diff.view()::setUnified);
        ignoreWhitespace.selectedProperty().subscribe(diff::setIgnoreWhitespace);
        scopeGroup.selectedToggleProperty().subscribe(this::draw);
        desk.shownProperty().subscribe(this::refresh);
        desk.selectedProperty().subscribe(this::refresh);
    }

    private static void keepOneSelected(ToggleGroup group) {
        group.selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null && before != null) {
                group.selectToggle((Toggle) before);
            }
        });
    }

    @Override
    public Face face() {
        return new Face("overlays", "Overlays", "mdi2s-swap-horizontal", Keys.control(KeyCode.DIGIT2));
    }

    @Override
    public SplitPane node() {
        return root;
    }

    private @Nullable OverlaidComponent overlaid() {
        OverlayResult shown = desk.shownProperty().get();
        return shown == null ? null : shown.overlaid();
    }

    private OverlayScope scope() {
        return thisStep.isSelected()
                ? OverlayScope.THIS_STEP
                : upToHere.isSelected() ? OverlayScope.UP_TO_HERE : OverlayScope.ALL;
    }

    @Override
    public void setInFront(boolean now) {
        inFront = now;
        if (now && isStale) {
            refresh();
        }
    }

    private void refresh() {
        isStale = !inFront;
        if (isStale) {
            return;
        }
        OverlayResult shown = desk.shownProperty().get();
        OverlaidComponent overlaid = overlaid();
        noComponent.setVisible(overlaid == null);
        heading.setText(shown == null ? "OVERLAYS" : shown.component().toUpperCase(Locale.ROOT));
        origin.setText(overlaid == null ? "" : overlaid.basis().name());
        showNotice(shown, overlaid);
        refreshing = true;
        steps.getItems().setAll(overlaid == null ? List.of() : rows(overlaid));
        steps.getSelectionModel().clearAndSelect(desk.selectedProperty().get());
        refreshing = false;
        if (overlaid != null && shown != null) {
            heading.setText(shown.component().toUpperCase(Locale.ROOT) + " · "
                    + Words.count(overlaid.effects().size(), "overlay").toUpperCase(Locale.ROOT));
            information.show(overlaid, desk.selectedProperty().get(), shown.problems());
        } else {
            information.node().getChildren().clear();
        }
        draw();
    }

    private void showNotice(@Nullable OverlayResult shown, @Nullable OverlaidComponent overlaid) {
        String text = "";
        if (shown != null && overlaid == null) {
            text = shown.unavailable();
        } else if (overlaid != null) {
            text = Stream.of(
                            overlaid.application().error(),
                            overlaid.basis().remark(),
                            overlaid.found().why())
                    .flatMap(Optional::stream)
                    .distinct()
                    .collect(Collectors.joining(" "));
        }
        noticeText.setText(text);
        noticeText.setWrapText(true);
        notice.setVisible(!text.isEmpty());
        notice.setManaged(!text.isEmpty());
        boolean fetchable =
                overlaid == null ? !text.isEmpty() : overlaid.found().why().isPresent();
        fetchButton.setVisible(fetchable);
        fetchButton.setManaged(fetchable);
    }

    private static List<StepRow> rows(OverlaidComponent overlaid) {
        List<StepRow> rows = new ArrayList<>();
        int count = overlaid.found().sources().files().size();
        rows.add(new StepRow(
                Optional.empty(),
                switch (overlaid.basis().name()) {
                    case "local" -> "The local sources";
                    case "rendered" -> "The rendered sources";
                    default -> "Upstream's sources";
                },
                overlaid.basis().label(),
                new OverlayVerdict(OverlayVerdict.Kind.UNKNOWN, Words.count(count, "file"))));
        for (OverlayEffect effect : overlaid.effects()) {
            rows.add(new StepRow(
                    Optional.of(effect),
                    effect.overlay().type(),
                    effect.overlay().description().isEmpty()
                            ? "no description"
                            : effect.overlay().description(),
                    effect.verdict()));
        }
        return rows;
    }

    private void draw() {
        diff.show(overlaid(), scope(), desk.selectedProperty().get());
    }

    private void drawn(OverlayDiff.Drawn result) {
        refreshing = true;
        files.getItems().setAll(result.changes());
        result.shown().ifPresent(shown -> files.getSelectionModel().select(shown));
        refreshing = false;
        fileName.setText(result.shown().map(FileChange::file).orElse(""));
        change = 0;
        showCount();
        diff.view().goToChange(0);
    }

    private void showCount() {
        int changes = diff.view().changes();
        changeCount.setText(changes == 0 ? "" : "change " + (change + 1) + " of " + changes);
    }

    @FXML
    private void previousChange() {
        goToChange(-1);
    }

    @FXML
    private void nextChange() {
        goToChange(1);
    }

    private void goToChange(int by) {
        int changes = diff.view().changes();
        if (changes > 0) {
            change = Math.floorMod(change + by, changes);
            diff.view().goToChange(change);
            showCount();
        }
    }

    @FXML
    private void fetch() {
        noticeText.setText("Fetching…");
        desk.fetch();
    }

    /** What it shows comes from the desk. */
    @Override
    public void show(Snapshot snapshot) {}

    @Override
    public void close() {
        diff.close();
    }

    @Override
    public boolean isSettled() {
        return desk.isSettled() && diff.isSettled() && rpm.isSettled();
    }
}
