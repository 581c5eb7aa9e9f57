package dev.milliner.workbench.review;

import dev.milliner.ground.FileSave;
import dev.milliner.ground.FileTrouble;
import dev.milliner.review.Chapter;
import dev.milliner.review.FileEffect;
import dev.milliner.review.NotesFile;
import dev.milliner.review.ReviewNotes;
import dev.milliner.review.Story;
import dev.milliner.search.SpecSearch;
import dev.milliner.source.TreePaths;
import dev.milliner.workbench.base.Choices;
import dev.milliner.workbench.base.Command;
import dev.milliner.workbench.base.Facts;
import dev.milliner.workbench.base.Fxml;
import dev.milliner.workbench.base.Keys;
import dev.milliner.workbench.base.PageHost;
import dev.milliner.workbench.base.Snapshot;
import dev.milliner.workbench.base.WorkbenchPage;
import dev.milliner.workbench.base.Workspace;
import dev.milliner.workbench.commit.CommitCard;
import dev.milliner.workbench.commit.CommitDesk;
import dev.milliner.workbench.words.Wording;
import dev.milliner.workbench.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What the files as they are, or any other state, change in effect: an item for each thing, to be read, gone to and checked off. */
public final class ReviewPage implements WorkbenchPage {
    /** The page's id. */
    public static final String ID = "review";

    private static final int MOST_FILES = 12;

    @FXML
    private VBox root;

    @FXML
    private ComboBox<String> bases;

    @FXML
    private ComboBox<String> heads;

    @FXML
    private CheckBox parting;

    @FXML
    private Label took;

    @FXML
    private MenuButton exportButton;

    @FXML
    private Label glance;

    @FXML
    private HBox figures;

    @FXML
    private SplitPane parts;

    @FXML
    private Label seenCount;

    @FXML
    private ToggleButton leftOnly;

    @FXML
    private ListView<Chapter> items;

    @FXML
    private VBox without;

    @FXML
    private VBox details;

    @FXML
    private VBox against;

    @FXML
    private VBox history;

    @FXML
    private VBox comments;

    @FXML
    private Label emptyState;

    private final ReviewDesk live;
    private final ReviewDesk chosen;
    private final Choices choices;
    private final PageHost host;
    private final ChapterView view;
    private final CommitCard commit;
    private final KeptNotes notes;
    private final ItemsPane itemsPane;
    private final CommentsPane commentsPane;
    private final AgainstPane againstPane;
    private final HistoryPane historyPane;
    private Range range = Range.LIVE;
    private boolean isInFront;
    private Optional<Reviewed.Told> told = Optional.empty();

    /**
     * Makes the page.
     *
     * @param live reviews the files as they are against the last commit
     * @param chosen reviews what is chosen
     * @param commits commits from the page
     * @param workspace the distro that is open
     * @param specs searches rendered specs
     * @param state the folder for what is remembered
     */
    public ReviewPage(
            ReviewDesk live,
            ReviewDesk chosen,
            CommitDesk commits,
            Workspace workspace,
            SpecSearch specs,
            Path state,
            Choices choices,
            PageHost host) {
        this.live = live;
        this.chosen = chosen;
        this.choices = choices;
        this.host = host;
        Fxml.load("review/review.fxml", this);
        root.setId(ID);
        view = new ChapterView(details, host::goTo);
        commit = new CommitCard(commits, this::window, this::changes, host::say);
        commits.onChange(live::ask);
        notes = new KeptNotes(new NotesFile(state, workspace.root()), host::say);
        itemsPane = new ItemsPane(items, seenCount, leftOnly, notes);
        commentsPane = new CommentsPane(comments, notes, itemsPane::focus);
        againstPane = new AgainstPane(against, host::goTo);
        historyPane = new HistoryPane(history, workspace, specs);
        itemsPane.on(this::selected, this::goTo, commentsPane::focus, historyPane::ask);
        notes.notesProperty().subscribe(now -> commentsPane.draw());
        new RangeChooser(bases, heads, parting, workspace.root(), this::compare);
        for (ReviewFormat format : ReviewFormat.values()) {
            MenuItem item = new MenuItem(format.label());
            item.setOnAction(event -> export(format));
            exportButton.getItems().add(item);
        }
        live.reviewedProperty().subscribe(now -> showInFront());
        chosen.reviewedProperty().subscribe(now -> showInFront());
    }

    private void goTo(Chapter chapter) {
        chapter.place()
                .filter(place ->
                        told.filter(one -> one.tree().exists(place.file())).isPresent())
                .ifPresent(host::goTo);
    }

    /** The desk that reviews what is chosen; that of the status line goes on beside it. */
    private ReviewDesk desk() {
        return range.equals(Range.LIVE) ? live : chosen;
    }

    private void compare(Range other) {
        range = other;
        if (!other.equals(Range.LIVE)) {
            chosen.compare(other);
        }
        showInFront();
    }

    /** A review follows each key; what nobody sees is not drawn. */
    private void showInFront() {
        if (isInFront) {
            show(desk().reviewedProperty().get());
        }
    }

    private void show(@Nullable Reviewed reviewed) {
        switch (reviewed) {
            case null -> empty(Wording.of("review.page.comparing"));
            case Reviewed.Unavailable none -> empty(none.why());
            case Reviewed.Told now -> story(now);
        }
    }

    private void empty(String why) {
        told = Optional.empty();
        parts.setVisible(false);
        glance.setText("");
        figures.getChildren().clear();
        took.setText("");
        exportButton.setDisable(true);
        emptyState.setText(why);
        emptyState.setVisible(true);
    }

    private void story(Reviewed.Told now) {
        boolean same = told.map(before -> before.story().equals(now.story())).orElse(false);
        told = Optional.of(now);
        took.setText(Wording.of("review.page.compared", Words.duration(now.took())));
        exportButton.setDisable(false);
        if (same) {
            return;
        }
        Story story = now.story();
        glance.setText(story.glance());
        figures.getChildren().setAll(now.review().files().isEmpty() ? List.of() : ReviewFigures.of(now.review()));
        boolean nothing = story.chapters().isEmpty() && story.without().isEmpty();
        parts.setVisible(!nothing);
        emptyState.setVisible(nothing);
        emptyState.setText(Wording.of("review.page.nothing-differs", range.words()));
        itemsPane.show(story.chapters());
        without(story.without());
    }

    private void without(List<FileEffect.None> files) {
        without.getChildren().clear();
        if (files.isEmpty()) {
            return;
        }
        without.getChildren()
                .add(Facts.heading(
                        Wording.of("review.page.no-effect-proved"),
                        Wording.counted("count.file", files.size()).toUpperCase(Locale.ROOT)));
        files.stream().limit(MOST_FILES).map(ReviewPage::row).forEach(without.getChildren()::add);
    }

    private static HBox row(FileEffect.None none) {
        Label file = new Label(TreePaths.name(none.file().path()));
        file.setTooltip(new Tooltip(none.file().path()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label why = new Label(none.why().words());
        why.getStyleClass().add("second");
        why.setMinWidth(Region.USE_PREF_SIZE);
        return Facts.row(file, gap, why);
    }

    private void selected(@Nullable Chapter chapter) {
        if (chapter == null || told.isEmpty()) {
            view.clear();
            commentsPane.show(null, "");
            againstPane.show(null, Optional.empty());
            historyPane.show(null, Optional.empty());
        } else {
            view.show(chapter, told.get().tree());
            commentsPane.show(chapter, told.get().story().title());
            againstPane.show(chapter, told.get().review().against());
            historyPane.show(chapter, told.map(Reviewed.Told::review));
        }
    }

    private void export(ReviewFormat format) {
        told.ifPresent(now -> choices.saveFile(format.file()).ifPresent(to -> save(to, format, now)));
    }

    private void save(Path to, ReviewFormat format, Reviewed.Told now) {
        ReviewNotes kept = notes.now();
        Thread.ofVirtual().start(() -> {
            try {
                FileSave.export(to, format.text(now, kept));
                Platform.runLater(() -> host.say(Wording.of("review.page.written", to)));
            } catch (IOException e) {
                Platform.runLater(
                        () -> host.say(Wording.of("review.page.review-cant-written", to, FileTrouble.words(e))));
            }
        });
    }

    /** What the files change against the last commit. */
    private List<Chapter> changes() {
        return live.reviewedProperty().get() instanceof Reviewed.Told now
                ? now.story().chapters()
                : List.of();
    }

    /** The topmost pane that the page lies in. */
    private Optional<StackPane> window() {
        StackPane top = null;
        for (Node node = root; node != null; node = node.getParent()) {
            top = node instanceof StackPane pane ? pane : top;
        }
        return Optional.ofNullable(top);
    }

    @FXML
    private void commit() {
        host.showPage(ID);
        commit.open();
    }

    private void switchBranch() {
        host.showPage(ID);
        commit.openAtBranch();
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("commit.open", Wording.of("command.commit.open"), Keys.control(KeyCode.K), this::commit),
                new Command(
                        "commit.branch",
                        Wording.of("command.commit.branch"),
                        Optional.empty(),
                        () -> true,
                        this::switchBranch));
    }

    @Override
    public Face face() {
        return new Face(
                ID, Wording.of("review.page.title"), "mdi2c-check-decagram-outline", Keys.control(KeyCode.DIGIT6));
    }

    @Override
    public VBox node() {
        return root;
    }

    @Override
    public void show(Snapshot snapshot) {
        live.show(snapshot.distro());
        if (range.equals(Range.LIVE) || range.head().isPresent()) {
            chosen.know(snapshot.distro());
        } else {
            chosen.show(snapshot.distro());
        }
    }

    @Override
    public void setInFront(boolean now) {
        isInFront = now;
        live.setLookedAt(now);
        chosen.setLookedAt(now);
        if (now) {
            showInFront();
            itemsPane.focus();
            desk().ask();
        }
    }

    @Override
    public boolean isSettled() {
        return live.isSettled()
                && chosen.isSettled()
                && notes.isSettled()
                && commit.isSettled()
                && historyPane.isSettled();
    }

    @Override
    public void close() {
        live.close();
        chosen.close();
        notes.close();
        historyPane.close();
        commit.end();
    }
}
