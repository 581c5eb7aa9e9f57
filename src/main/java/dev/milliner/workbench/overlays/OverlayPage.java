package dev.milliner.workbench.overlays;

import dev.milliner.distro.Component;
import dev.milliner.overlay.FileChange;
import dev.milliner.text.Place;
import dev.milliner.upstream.OverlaidComponent;
import dev.milliner.upstream.OverlayResult;
import dev.milliner.workbench.base.Choices;
import dev.milliner.workbench.base.ClosePart;
import dev.milliner.workbench.base.Command;
import dev.milliner.workbench.base.Fxml;
import dev.milliner.workbench.base.Keys;
import dev.milliner.workbench.base.PageHost;
import dev.milliner.workbench.base.Rows;
import dev.milliner.workbench.base.Snapshot;
import dev.milliner.workbench.base.WorkbenchPage;
import dev.milliner.workbench.words.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
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
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The full-size view of one component's overlays: the steps, what they change, and what that means. */
public final class OverlayPage implements WorkbenchPage {
    /** Its id. */
    public static final String ID = "overlays";

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
    private ToggleButton sideBySide;

    @FXML
    private ToggleButton editResult;

    @FXML
    private HBox changeButtons;

    @FXML
    private HBox scopes;

    @FXML
    private VBox side;

    @FXML
    private ScrollPane details;

    private final EditedResult edited;
    private final PageHost host;
    private final OverlayDesk desk;
    private final OverlayDiff diff;
    private final OverlayDetails information;
    private final RpmDesk rpm;
    private int change;
    private boolean refreshing;
    private boolean inFront;
    private boolean isStale;

    /** Makes the page; those that fail are repaired by the last. */
    public OverlayPage(
            OverlayDesk desk,
            RpmDesk rpm,
            Choices choices,
            EditedResult edited,
            PageHost host,
            Consumer<Component> repair) {
        this.desk = desk;
        this.edited = edited;
        this.host = host;
        Consumer<Place> goTo = host::goTo;
        diff = new OverlayDiff(desk);
        information = new OverlayDetails(goTo, repair);
        Fxml.load("overlays/overlays.fxml", this);
        root.setId(ID);
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
        Rows.onOpened(steps, row -> row.effect()
                .ifPresent(effect -> goTo.accept(effect.overlay().place())));
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
        editResult.selectedProperty().subscribe(now -> desk.editsResultProperty()
                .set(now));
        desk.editsResultProperty().subscribe(this::switchEditing);
        desk.wishProperty().subscribe(this::fulfil);
        edited.onEnded(() -> desk.editsResultProperty().set(false));
    }

    /** Edits are given up only after a question, while which the text stays. */
    private void switchEditing(boolean now) {
        if (!now && edited.isEdited()) {
            desk.editsResultProperty().set(true);
            Platform.runLater(edited::discard);
            return;
        }
        layoutGroup.selectToggle(
                now ? editResult : editResult.isSelected() ? sideBySide : layoutGroup.getSelectedToggle());
        for (Node only : List.of(scopes, ignoreWhitespace, changeButtons, changeCount)) {
            only.setVisible(!now);
            only.setManaged(!now);
        }
        middle.setCenter(now ? edited.text() : diff.node());
        side.getChildren().setAll(now ? edited.overlays() : details);
        VBox.setVgrow(side.getChildren().getFirst(), Priority.ALWAYS);
        refresh();
    }

    private void fulfil(@Nullable LineWish wish) {
        if (wish != null) {
            desk.wishProperty().set(null);
            edit();
            edited.wish(wish);
        }
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
        return new Face(
                ID, Wording.of("overlays.page.overlays"), "mdi2s-swap-horizontal", Keys.control(KeyCode.DIGIT2));
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
        OverlayResult shown = desk.shownProperty().get();
        boolean another =
                edited.isEdited() && (shown == null || !shown.component().equals(edited.component()));
        isStale = !inFront || another;
        if (isStale) {
            return;
        }
        OverlaidComponent overlaid = overlaid();
        noComponent.setVisible(overlaid == null);
        heading.setText(
                shown == null
                        ? Wording.of("overlays.page.heading")
                        : shown.component().toUpperCase(Locale.ROOT));
        origin.setText(overlaid == null ? "" : overlaid.basis().name());
        showNotice(shown, overlaid);
        refreshing = true;
        steps.getItems().setAll(overlaid == null ? List.of() : StepRow.of(overlaid));
        steps.getSelectionModel().clearAndSelect(desk.selectedProperty().get());
        refreshing = false;
        if (overlaid != null && shown != null) {
            heading.setText(shown.component().toUpperCase(Locale.ROOT) + " · "
                    + Wording.counted("count.overlay", overlaid.effects().size())
                            .toUpperCase(Locale.ROOT));
            information.show(overlaid, desk.selectedProperty().get(), shown.problems());
        } else {
            information.node().getChildren().clear();
        }
        if (desk.editsResultProperty().get() && overlaid != null) {
            edited.show(overlaid);
            fileName.setText(edited.file());
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
        // Edits stand on the sources as they are.
        boolean offered = fetchable && !desk.editsResultProperty().get();
        fetchButton.setVisible(offered);
        fetchButton.setManaged(offered);
    }

    private void draw() {
        diff.show(overlaid(), scope(), desk.selectedProperty().get());
    }

    private void drawn(OverlayDiff.Drawn result) {
        refreshing = true;
        files.getItems().setAll(result.changes());
        result.shown().ifPresent(shown -> files.getSelectionModel().select(shown));
        refreshing = false;
        if (!editResult.isSelected()) {
            fileName.setText(result.shown().map(FileChange::file).orElse(""));
        }
        change = 0;
        showCount();
        diff.view().goToChange(0);
    }

    private void showCount() {
        int changes = diff.view().changes();
        changeCount.setText(changes == 0 ? "" : Wording.of("overlays.page.change", change + 1, changes));
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
        noticeText.setText(Wording.of("overlays.page.fetching"));
        desk.fetch();
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command(
                        "overlays.edit-result",
                        Wording.of("command.overlays.edit-result"),
                        Optional.empty(),
                        () -> desk.state() != null,
                        this::edit)
                .naming(() -> {
                    OverlayResult shown = desk.shownProperty().get();
                    return shown == null
                            ? Wording.of("command.overlays.edit-result")
                            : Wording.of("overlays.page.edit-result-overlays", shown.component());
                }));
    }

    private void edit() {
        host.showPage(ID);
        desk.editsResultProperty().set(true);
    }

    @Override
    public ClosePart closing() {
        return edited.closing();
    }

    /** What it shows comes from the desk. */
    @Override
    public void show(Snapshot snapshot) {}

    @Override
    public void close() {
        diff.close();
        edited.close();
    }

    @Override
    public boolean isSettled() {
        return desk.isSettled() && diff.isSettled() && edited.isSettled() && rpm.isSettled();
    }
}
