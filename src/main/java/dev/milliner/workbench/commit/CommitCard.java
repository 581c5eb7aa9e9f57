package dev.milliner.workbench.commit;

import dev.milliner.commit.CommitRequest;
import dev.milliner.commit.PendingFile;
import dev.milliner.commit.PendingFile.How;
import dev.milliner.commit.PendingFile.Staged;
import dev.milliner.commit.PendingText;
import dev.milliner.ground.FileTrouble;
import dev.milliner.review.Chapter;
import dev.milliner.workbench.base.Fxml;
import dev.milliner.workbench.base.KeyboardBefore;
import dev.milliner.workbench.base.Later;
import dev.milliner.workbench.words.Wording;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** What goes into the next commit, its message and its branch; lies over the window until it is made or left. */
public final class CommitCard {
    @FXML
    private BorderPane card;

    private final KeyboardBefore before = new KeyboardBefore();

    @FXML
    private Label title;

    @FXML
    private ComboBox<String> branch;

    @FXML
    private Button switchButton;

    @FXML
    private ToggleButton byItem;

    @FXML
    private Label count;

    @FXML
    private ListView<PendingFile> files;

    @FXML
    private ListView<StagedItem> items;

    @FXML
    private Label path;

    @FXML
    private ListView<HunkRow> hunks;

    @FXML
    private HBox unsavedRow;

    @FXML
    private Label unsaved;

    @FXML
    private TextArea message;

    @FXML
    private CheckBox signOff;

    @FXML
    private CheckBox amend;

    @FXML
    private Label said;

    @FXML
    private Button commitButton;

    private final CommitDesk desk;
    private final Supplier<Optional<StackPane>> over;
    private final Supplier<List<Chapter>> chapters;
    private final Consumer<String> say;
    private final MessageField field;
    private final Later texts = new Later(Wording.of("activity.hunks"));
    private Optional<CommitState> state = Optional.empty();
    private boolean isSignOffChosen;

    /**
     * Makes it.
     *
     * @param over what it lies over
     * @param chapters the items of the review of the files against the last commit
     * @param say shows a sentence
     */
    public CommitCard(
            CommitDesk desk,
            Supplier<Optional<StackPane>> over,
            Supplier<List<Chapter>> chapters,
            Consumer<String> say) {
        this.desk = desk;
        this.over = over;
        this.chapters = chapters;
        this.say = say;
        Fxml.load("commit/commit.fxml", this);
        field = new MessageField(message, amend);
        files.setCellFactory(list -> new FileRowCell(this::toggle));
        items.setCellFactory(list -> new ItemRowCell(this::toggle));
        hunks.setCellFactory(list -> new HunkCell(this::toggle));
        onSpace(files, this::toggle);
        onSpace(items, this::toggle);
        onSpace(hunks, this::toggle);
        files.getSelectionModel().selectedItemProperty().subscribe(this::showHunks);
        byItem.selectedProperty().subscribe(this::showItems);
        signOff.setOnAction(event -> isSignOffChosen = true);
        amend.setOnAction(event -> state.ifPresent(this::show));
        branch.getEditor().textProperty().subscribe(text -> nameSwitch());
        card.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private static <T> void onSpace(ListView<T> list, Consumer<T> toggle) {
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            T chosen = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.SPACE && chosen != null) {
                toggle.accept(chosen);
                event.consume();
            }
        });
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            commit();
            event.consume();
        }
    }

    /** Opens it, or does nothing where it is open. */
    public void open() {
        open(files);
    }

    /** Opens it at the branch. */
    public void openAtBranch() {
        open(branch);
    }

    private void open(Node first) {
        if (!isOpen()) {
            over.get().ifPresent(this::layOver);
            said.setText("");
        }
        desk.show(chapters.get());
        desk.look(this::ended);
        Platform.runLater(first::requestFocus);
    }

    private void layOver(StackPane pane) {
        before.opening(card, pane);
        pane.getChildren().add(card);
    }

    private void perform(RepositoryDeed deed) {
        desk.perform(deed, this::ended);
    }

    private void ended(DeedOutcome outcome) {
        said.setText(outcome.said());
        said.getStyleClass().removeAll("error", "good");
        said.getStyleClass().add(outcome.isRefused() ? "error" : "good");
        outcome.state().ifPresent(this::show);
        commitButton.setDisable(outcome.state().isEmpty());
    }

    private void show(CommitState now) {
        state = Optional.of(now);
        title.setText(now.branch()
                .map(name -> Wording.of("commit.card.commit", name))
                .orElse(Wording.of("commit.card.no-branch-checked")));
        if (!branch.isFocused()) {
            branch.getItems().setAll(now.branches());
            branch.setValue(now.branch().orElse(""));
        }
        nameSwitch();
        count.setText(now.summary());
        fill(files, now.files());
        fill(items, now.items());
        showHunks(files.getSelectionModel().getSelectedItem());
        if (!isSignOffChosen) {
            signOff.setSelected(now.signsOff());
        }
        amend.setText(
                now.isPublished() ? Wording.of("commit.card.amend-last-others") : Wording.of("commit.card.amend-last"));
        amend.setDisable(now.last().isEmpty());
        field.propose(now);
        List<String> open = desk.unsaved();
        unsavedRow.setVisible(!open.isEmpty());
        unsavedRow.setManaged(!open.isEmpty());
        unsaved.setText(Wording.counted("commit.card.files-text-not", open.size()));
    }

    /** The row in focus stays in its place. */
    private static <T> void fill(ListView<T> list, List<T> all) {
        int at = Math.max(0, list.getSelectionModel().getSelectedIndex());
        list.getItems().setAll(all);
        list.getSelectionModel().clearAndSelect(Math.min(at, all.size() - 1));
    }

    private void showItems(boolean now) {
        files.setVisible(!now);
        items.setVisible(now);
        byItem.setText(now ? Wording.of("commit.card.file") : Wording.of("commit.card.item"));
        (now ? items : files).requestFocus();
    }

    private void showHunks(@Nullable PendingFile file) {
        if (file == null) {
            boolean known = state.filter(now -> now.files().isEmpty()).isPresent();
            path.setText(
                    known ? Wording.of("commit.card.nothing-differs-from") : Wording.of("commit.card.reading-differs"));
            texts.cancel();
            hunks.getItems().clear();
            return;
        }
        path.setText(file.path());
        texts.ask(() -> read(file), found -> {
            path.setText(found.words());
            fill(hunks, found.rows());
        });
    }

    /** What is shown of a file. */
    private record Found(String words, List<HunkRow> rows) {}

    private Found read(PendingFile file) {
        try {
            PendingText text = desk.text(file.path());
            boolean apart = file.how() == How.CHANGED && !text.isStagedOtherwise();
            List<HunkRow> rows = IntStream.range(0, text.hunks().size())
                    .mapToObj(number -> new HunkRow(text, number, apart))
                    .toList();
            String words = text.isStagedOtherwise()
                    ? Wording.of("commit.card.edited-since-staged", file.path())
                    : rows.isEmpty() ? Wording.of("commit.card.no-text-can", file.path()) : file.path();
            return new Found(words, rows);
        } catch (IOException unreadable) {
            return new Found(FileTrouble.words(unreadable), List.of());
        }
    }

    private void toggle(PendingFile file) {
        perform(CommitDesk.stage(List.of(file.path()), FileRowCell.isToBeStaged(file)));
    }

    private void toggle(StagedItem item) {
        perform(CommitDesk.stage(item.chapter(), item.staged() != Staged.WHOLE));
    }

    private void toggle(HunkRow row) {
        if (row.canBeStagedAlone()) {
            perform(CommitDesk.stage(row.text(), row.toggled()));
        } else {
            said.setText(Wording.of("commit.card.file-staged-whole"));
        }
    }

    private void nameSwitch() {
        String name = branch.getEditor().getText().strip();
        boolean isThere = state.filter(now -> now.branches().contains(name)).isPresent();
        boolean isHere = state.flatMap(CommitState::branch).filter(name::equals).isPresent();
        switchButton.setText(
                isThere || name.isEmpty() ? Wording.of("commit.card.switch") : Wording.of("commit.card.create-switch"));
        switchButton.setDisable(name.isEmpty() || isHere);
    }

    @FXML
    private void switchBranch() {
        String name = branch.getEditor().getText().strip();
        state.filter(now -> !name.isEmpty() && !now.branch().equals(Optional.of(name)))
                .ifPresent(now -> perform(desk.switchTo(name, now.branches())));
        files.requestFocus();
    }

    @FXML
    private void saveAll() {
        desk.saveAll();
        desk.look(this::ended);
    }

    @FXML
    private void commit() {
        if (commitButton.isDisabled()) {
            return;
        }
        commitButton.setDisable(true);
        CommitRequest request = new CommitRequest(field.text(), signOff.isSelected(), amend.isSelected());
        desk.perform(desk.commit(request), outcome -> {
            if (!outcome.isRefused()) {
                field.clear();
                amend.setSelected(false);
                say.accept(outcome.said());
            }
            ended(outcome);
            if (!outcome.isRefused()
                    && outcome.state().filter(now -> now.files().isEmpty()).isPresent()) {
                close();
            }
        });
    }

    /** Closes it; the message stays for the next time. */
    @FXML
    public void close() {
        if (card.getParent() instanceof StackPane pane) {
            before.closing();
            pane.getChildren().remove(card);
        }
    }

    private boolean isOpen() {
        return card.getParent() != null;
    }

    /** Tells whether all that was asked for is done and shown. */
    public boolean isSettled() {
        return desk.isSettled() && texts.isSettled();
    }

    /** Ends what runs for it. */
    public void end() {
        close();
        texts.close();
        desk.close();
    }
}
