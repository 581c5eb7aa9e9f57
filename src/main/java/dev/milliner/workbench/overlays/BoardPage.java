package dev.milliner.workbench.overlays;

import dev.milliner.distro.Distro;
import dev.milliner.distro.Overlay;
import dev.milliner.text.Place;
import dev.milliner.upstream.OverlayVerdict.Kind;
import dev.milliner.upstream.RebaseOutcome;
import dev.milliner.upstream.RebaseReport;
import dev.milliner.upstream.RebasedOverlay;
import dev.milliner.upstream.UpstreamVersion;
import dev.milliner.workbench.base.Facts;
import dev.milliner.workbench.base.Fxml;
import dev.milliner.workbench.base.Keys;
import dev.milliner.workbench.base.Snapshot;
import dev.milliner.workbench.base.WorkbenchPage;
import dev.milliner.workbench.words.Wording;
import dev.milliner.workbench.words.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** All overlays of the distro with why they are there and what they do now, so that none is forgotten. */
public final class BoardPage implements WorkbenchPage {
    @FXML
    private VBox root;

    @FXML
    private HBox figures;

    @FXML
    private TextField filterField;

    @FXML
    private Label shownCount;

    @FXML
    private TableView<BoardRow> table;

    @FXML
    private TableColumn<BoardRow, BoardRow> componentColumn;

    @FXML
    private TableColumn<BoardRow, BoardRow> overlayColumn;

    @FXML
    private TableColumn<BoardRow, BoardRow> whyColumn;

    @FXML
    private TableColumn<BoardRow, BoardRow> categoryColumn;

    @FXML
    private TableColumn<BoardRow, BoardRow> upstreamColumn;

    @FXML
    private TableColumn<BoardRow, BoardRow> stateColumn;

    @FXML
    private Label emptyState;

    @FXML
    private MenuButton exportButton;

    @FXML
    private MenuButton otherButton;

    @FXML
    private HBox running;

    @FXML
    private Label runningText;

    @FXML
    private TableColumn<BoardRow, BoardRow> otherColumn;

    private final OverlayScan scan;
    private final BoardActions actions;
    private Map<String, RebaseReport> elsewhere = Map.of();
    private List<BoardRow> rows = List.of();
    private @Nullable Distro distro;
    private List<UpstreamVersion> offered = List.of();
    private boolean inFront;
    private boolean isStale;

    /** Makes the page; a double click or Enter goes to an overlay's place. */
    public BoardPage(OverlayScan scan, BoardActions actions, Consumer<Place> goTo) {
        this.scan = scan;
        this.actions = actions;
        Fxml.load("overlays/board.fxml", this);
        root.setId("board");
        column(componentColumn, BoardRow::component, row -> "plain");
        column(overlayColumn, row -> row.number() + " " + row.overlay().type(), row -> "second");
        column(whyColumn, BoardPage::why, row -> row.givesReason() ? "plain" : "warning");
        column(
                categoryColumn,
                row -> row.category().isEmpty() ? Wording.of("overlays.board-page.no-category") : row.category(),
                row -> row.category().isEmpty() ? "warning" : "plain");
        column(
                upstreamColumn,
                row -> row.upstreamStatus().isEmpty()
                        ? Wording.of("overlays.board-page.unknown-status")
                        : row.upstreamStatus(),
                row -> row.upstreamStatus().isEmpty() ? "second" : "plain");
        column(
                stateColumn,
                row -> row.verdict().remark(),
                row -> Verdicts.styleClass(row.verdict().kind()));
        column(
                otherColumn,
                row -> elsewhere(row)
                        .map(RebasedOverlay::outcome)
                        .map(RebaseOutcome::label)
                        .orElse(why(elsewhere.get(row.component()))),
                row -> elsewhere(row).map(there -> style(there.outcome())).orElse("second"));
        otherColumn.setVisible(false);
        showRunning("");
        for (BoardActions.Format format : BoardActions.Format.values()) {
            MenuItem item = new MenuItem(format.label());
            item.setOnAction(event -> export(format));
            exportButton.getItems().add(item);
        }
        filterField.textProperty().subscribe(this::filter);
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                open(goTo);
            }
        });
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open(goTo);
            }
        });
        scan.resultsProperty().subscribe(results -> fill());
    }

    private static String why(BoardRow row) {
        return row.overlay().description().isBlank()
                ? Wording.of("overlays.board-page.none-given")
                : row.overlay().description();
    }

    private Optional<RebasedOverlay> elsewhere(BoardRow row) {
        RebaseReport report = elsewhere.get(row.component());
        return report == null || row.number() > report.overlays().size()
                ? Optional.empty()
                : Optional.of(report.overlays().get(row.number() - 1));
    }

    private static String why(@Nullable RebaseReport report) {
        return report == null ? "" : Wording.of("overlays.board-page.cant-told");
    }

    private static String style(RebaseOutcome outcome) {
        return switch (outcome) {
            case STILL_APPLIES -> "good";
            case NO_LONGER_NEEDED, CHANGED -> "warning";
            case FAILS -> "error";
            case NOT_REACHED -> "second";
        };
    }

    private void export(BoardActions.Format format) {
        if (distro != null) {
            actions.export(distro, format);
        }
    }

    private void tryOn(UpstreamVersion version) {
        Distro now = distro;
        if (now == null) {
            return;
        }
        elsewhere = Map.of();
        otherColumn.setText(Wording.of("overlays.board-page.on", version.label()));
        otherColumn.setVisible(true);
        showRunning(Wording.of("overlays.board-page.trying-all-overlays", version.label()));
        actions.tryOn(now, version, (reports, done, total, over) -> {
            elsewhere = reports;
            table.refresh();
            showRunning(
                    over ? "" : Wording.counted("overlays.board-page.components-tried", total, done, version.label()));
        });
    }

    private void showRunning(String text) {
        runningText.setText(text);
        running.setVisible(!text.isEmpty());
        running.setManaged(!text.isEmpty());
    }

    @FXML
    private void fetchAll() {
        Distro now = distro;
        if (now == null) {
            return;
        }
        showRunning(Wording.of("overlays.board-page.fetching"));
        actions.fetch(now, scan.overlayWork(), (done, failed, total, over) -> {
            String how = failed == 0
                    ? Wording.of("overlays.board-page.fetched", done, total)
                    : Wording.of("overlays.board-page.fetched-failed", done, total, failed);
            showRunning(over ? "" : how);
            if (over) {
                fetched(now, done, failed, total);
            }
        });
    }

    /** A state that came meanwhile is scanned by itself. */
    private void fetched(Distro then, int done, int failed, int total) {
        if (distro == then) {
            scan.scan(then);
        }
        actions.say(
                failed == 0
                        ? Wording.counted("overlays.board-page.components-fetched", total, done)
                        : Wording.counted("overlays.board-page.fetched-not-all", total, done, failed));
    }

    @FXML
    private void cancelRun() {
        actions.cancel();
    }

    private void open(Consumer<Place> goTo) {
        BoardRow row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            goTo.accept(row.overlay().place());
        }
    }

    private static void column(
            TableColumn<BoardRow, BoardRow> column,
            Function<BoardRow, String> text,
            Function<BoardRow, String> styleClass) {
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setComparator(java.util.Comparator.comparing(text));
        column.setCellFactory(view -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable BoardRow row, boolean empty) {
                super.updateItem(row, empty);
                setText(empty || row == null ? "" : text.apply(row));
                getStyleClass().removeAll("second", "good", "warning", "error");
                if (!empty && row != null) {
                    getStyleClass().add(styleClass.apply(row));
                }
            }
        });
    }

    @Override
    public Face face() {
        return new Face(
                "board",
                Wording.of("overlays.board-page.overlay-board"),
                "mdi2v-view-list-outline",
                Keys.control(KeyCode.DIGIT3));
    }

    @Override
    public VBox node() {
        return root;
    }

    @Override
    public boolean isSettled() {
        return scan.isSettled();
    }

    @Override
    public void close() {
        actions.cancel();
        scan.close();
    }

    @Override
    public void show(Snapshot snapshot) {
        show(snapshot.distro());
    }

    @Override
    public void setInFront(boolean now) {
        inFront = now;
        if (now && isStale) {
            fill();
        }
    }

    private void show(Distro now) {
        distro = now;
        List<UpstreamVersion> versions = UpstreamVersion.all(now);
        if (!versions.equals(offered)) {
            offered = versions;
            otherButton
                    .getItems()
                    .setAll(versions.stream().map(this::versionItem).toList());
        }
        otherButton.setVisible(!versions.isEmpty());
        fill();
    }

    private MenuItem versionItem(UpstreamVersion version) {
        MenuItem item = new MenuItem(version.label());
        item.setOnAction(event -> tryOn(version));
        return item;
    }

    private void fill() {
        Distro now = distro;
        // All rows anew with each key that is typed elsewhere would slow the typing down.
        isStale = !inFront;
        if (now == null || isStale) {
            return;
        }
        Map<String, List<Overlay>> overlays = new TreeMap<>();
        now.components().values().stream()
                .filter(component -> component.hasOverlays())
                .forEach(component -> overlays.put(component.name(), component.overlays()));
        rows = BoardRow.of(scan.resultsProperty().get(), overlays);
        figures.getChildren()
                .setAll(
                        figure(
                                rows.size(),
                                Wording.counted(
                                        "overlays.board-page.overlays-on",
                                        rows.size(),
                                        overlays.size(),
                                        Wording.counted(
                                                "count.component",
                                                now.components().size())),
                                "plain"),
                        figure(count(Kind.APPLIES), Wording.of("overlays.board-page.do-they-say"), "good"),
                        figure(count(Kind.DOUBTFUL), Wording.of("overlays.board-page.have-no-effect"), "warning"),
                        figure(count(Kind.FAILS), Wording.of("overlays.board-page.fail"), "error"),
                        figure(
                                rows.stream().filter(row -> !row.givesReason()).count(),
                                Wording.of("overlays.board-page.give-no-reason"),
                                "warning"),
                        figure(
                                rows.stream().filter(BoardRow::isTemporary).count(),
                                Wording.of("overlays.board-page.temporary"),
                                "warning"),
                        figure(
                                count(Kind.UNKNOWN) + count(Kind.NOT_REACHED),
                                Wording.of("overlays.board-page.stand-rendered-specs"),
                                "second"));
        filter();
    }

    private long count(Kind kind) {
        return rows.stream().filter(row -> row.verdict().kind() == kind).count();
    }

    private static VBox figure(long number, String about, String styleClass) {
        return Facts.card(Words.number(number), about, number == 0 ? "second" : styleClass);
    }

    private void filter() {
        String wanted = filterField.getText().strip();
        List<BoardRow> passing = rows.stream()
                .filter(row -> wanted.isEmpty() || row.matches(wanted))
                .toList();
        var order = List.copyOf(table.getSortOrder());
        table.getItems().setAll(passing);
        table.getSortOrder().setAll(order);
        shownCount.setText(Wording.of("overlays.board-page.shown", Words.number(passing.size())));
        emptyState.setVisible(passing.isEmpty());
        emptyState.setText(
                rows.isEmpty()
                        ? Wording.of("overlays.board-page.no-component-overlay")
                        : Wording.of("overlays.board-page.no-overlay-matches"));
    }
}
