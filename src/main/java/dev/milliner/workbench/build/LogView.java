package dev.milliner.workbench.build;

import dev.milliner.build.log.LogSearch;
import dev.milliner.build.log.LogSeverity;
import dev.milliner.ground.FileTrouble;
import dev.milliner.ground.HostTools;
import dev.milliner.workbench.base.DesktopCommand;
import dev.milliner.workbench.base.Fxml;
import dev.milliner.workbench.base.Rest;
import dev.milliner.workbench.words.Wording;
import dev.milliner.workbench.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * A build's log, line by line, drawn from the file however long it is. It follows the end until the reader scrolls up,
 * and again when told to.
 */
public final class LogView {
    private static final int LINES_ABOVE = 6;
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    @FXML
    private VBox root;

    @FXML
    private TextField searchField;

    @FXML
    private Button previousButton;

    @FXML
    private Button nextButton;

    @FXML
    private Label foundLabel;

    @FXML
    private Button errorsButton;

    @FXML
    private Button warningsButton;

    @FXML
    private ToggleButton timesButton;

    @FXML
    private ToggleButton followButton;

    @FXML
    private MenuButton moreButton;

    @FXML
    private MenuItem openItem;

    @FXML
    private LogPane list;

    @FXML
    private Label empty;

    /** What opens a file with the program that the desktop has for it. */
    private final Optional<Path> opener = HostTools.find("xdg-open");

    private final Function<String, Optional<Path>> saveFile;
    /** Each change of a number has the whole window laid out anew. */
    private final Rest counting = new Rest(Duration.ofMillis(300), this::showCounts);

    private @Nullable LogDocument document;
    private Subscription growth = Subscription.EMPTY;
    private int wantedLine;
    private boolean closed;

    /**
     * Makes a view.
     *
     * @param emptyText what to do while there is no log
     * @param saveFile asks where to save a file of a name
     */
    public LogView(String emptyText, Function<String, Optional<Path>> saveFile) {
        this.saveFile = saveFile;
        Fxml.load("build/log.fxml", this);
        list.connect(this::isFound, this::fold, () -> followButton.setSelected(list.isAtEnd()));
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        timesButton.selectedProperty().subscribe(list::setTimes);
        followButton.selectedProperty().subscribe(this::follow);
        searchField.textProperty().subscribe(this::search);
        empty.setText(emptyText);
        openItem.setVisible(opener.isPresent());
    }

    /** The node to put on the screen. */
    public VBox node() {
        return root;
    }

    /** Shows the log of a build while it grows, or none. */
    public void show(@Nullable BuildSession session) {
        growth.unsubscribe();
        growth = Subscription.EMPTY;
        show(session == null ? null : session.log());
        if (session != null) {
            growth = session.growthProperty().subscribe(lines -> grow());
        }
    }

    /** Shows a log's file, or none. */
    public void show(@Nullable Path file) {
        LogDocument before = document;
        if (before != null) {
            before.close();
        }
        wantedLine = 0;
        setFailed(true);
        document = file == null || closed ? null : new LogDocument(file, this::changed);
        list.setRows(document == null ? null : document.rows());
        followButton.setSelected(true);
        search();
        changed();
    }

    /** Ends what reads the log, and shows none from now on, also where what is worked out elsewhere still hands over one. */
    void close() {
        closed = true;
        show((BuildSession) null);
    }

    /** A log that nobody sees is left to look for what is new by itself, now and then. */
    private void grow() {
        if (document != null && isOnScreen()) {
            document.grow();
        }
    }

    /** Tells whether a log is on the screen. */
    boolean isBeingRead() {
        return document != null && isOnScreen();
    }

    /** Shows no errors of a log whose build did not fail, as none of them mattered. */
    void setFailed(boolean failed) {
        errorsButton.setVisible(failed);
        errorsButton.setManaged(failed);
    }

    private boolean isOnScreen() {
        boolean visible = root.getScene() != null;
        for (Node node = root; visible && node != null; node = node.getParent()) {
            visible = node.isVisible();
        }
        return visible;
    }

    private void changed() {
        if (!counting.isRunning()) {
            showCounts();
            counting.begin();
        }
        moreButton.setDisable(document == null);
        empty.setVisible(list.size() == 0);
        showFound();
        if (wantedLine > 0 && document != null && document.lines() >= wantedLine) {
            int line = wantedLine;
            wantedLine = 0;
            goTo(line);
        } else {
            follow();
        }
    }

    private void showCounts() {
        show(
                errorsButton,
                LogSeverity.ERROR,
                "error",
                Wording.counted("build.log-view.errors", count(LogSeverity.ERROR)));
        show(
                warningsButton,
                LogSeverity.WARNING,
                "warning",
                Wording.counted("build.log-view.warnings", count(LogSeverity.WARNING)));
    }

    private void show(Button button, LogSeverity severity, String style, String text) {
        int count = count(severity);
        button.setText(text);
        List<String> styles = List.of("button", "chip", count > 0 ? style : "plain");
        if (!button.getStyleClass().equals(styles)) {
            button.getStyleClass().setAll(styles);
        }
        button.setDisable(count == 0);
    }

    private int count(LogSeverity severity) {
        return document == null ? 0 : document.count(severity);
    }

    private void follow() {
        if (followButton.isSelected() && list.size() > 0) {
            list.scrollToEnd();
        }
    }

    /** Brings a line to the front, also one that is still being read. */
    public void goTo(int line) {
        int row = document == null ? -1 : document.reveal(line);
        if (row < 0) {
            wantedLine = line;
            return;
        }
        followButton.setSelected(false);
        list.select(row);
        list.scrollTo(Math.max(0, row - LINES_ABOVE));
    }

    private void fold(int line) {
        if (document != null) {
            document.fold(line);
        }
    }

    private void search() {
        if (document != null) {
            document.search(searchField.getText());
        }
        showFound();
    }

    private @Nullable LogSearch found() {
        return document == null ? null : document.found();
    }

    private boolean isFound(int line) {
        LogSearch search = found();
        return search != null && search.place(line) > 0;
    }

    private void showFound() {
        LogSearch search = found();
        boolean some = search != null && search.count() > 0;
        previousButton.setDisable(!some);
        nextButton.setDisable(!some);
        int place = search == null ? 0 : search.place(currentLine());
        foundLabel.setText(
                search == null
                        ? ""
                        : place > 0
                                ? Wording.of(
                                        "build.log-view.found-of", Words.number(place), Words.number(search.count()))
                                : Wording.counted("count.line", search.count()));
        list.refresh();
    }

    private int currentLine() {
        return document == null || list.selection().isEmpty()
                ? 0
                : document.line(list.selection().lead());
    }

    @FXML
    private void nextFound() {
        LogSearch search = found();
        go(search == null ? 0 : search.next(currentLine()));
    }

    @FXML
    private void previousFound() {
        LogSearch search = found();
        go(search == null ? 0 : search.previous(currentLine()));
    }

    @FXML
    private void nextError() {
        go(document == null ? 0 : document.next(LogSeverity.ERROR, currentLine()));
    }

    @FXML
    private void nextWarning() {
        go(document == null ? 0 : document.next(LogSeverity.WARNING, currentLine()));
    }

    private void go(int line) {
        if (line > 0) {
            goTo(line);
            showFound();
        }
    }

    @FXML
    private void copy() {
        LogSelection selected = list.selection();
        if (document != null && !selected.isEmpty()) {
            document.text(document.line(selected.first()), document.line(selected.last()), LogView::toClipboard);
        }
    }

    private static void toClipboard(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    @FXML
    private void copyPath() {
        if (document != null) {
            toClipboard(document.file().toString());
        }
    }

    @FXML
    private void openFile() {
        LogDocument now = document;
        if (now != null) {
            opener.ifPresent(program ->
                    DesktopCommand.run(List.of(program.toString(), now.file().toString())));
        }
    }

    @FXML
    private void save() {
        LogDocument now = document;
        if (now != null) {
            String name = now.file().resolveSibling("").getFileName() + ".log";
            saveFile.apply(name).ifPresent(target -> Thread.ofVirtual().start(() -> save(now.file(), target)));
        }
    }

    private void save(Path from, Path to) {
        String said;
        try {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
            said = Wording.of("build.log-view.saved", to.getFileName());
        } catch (IOException failure) {
            said = Wording.of("build.log-view.cant-saved", FileTrouble.words(failure));
        }
        String text = said;
        Platform.runLater(() -> foundLabel.setText(text));
    }

    private void key(KeyEvent event) {
        if (FIND.match(event)) {
            searchField.requestFocus();
            searchField.selectAll();
            event.consume();
        } else if (COPY.match(event) && !searchField.isFocused()) {
            copy();
        }
    }
}
