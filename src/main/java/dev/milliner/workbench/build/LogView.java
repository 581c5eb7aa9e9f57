package dev.milliner.workbench.build;

import dev.milliner.build.BuildEvent.LogLine;
import dev.milliner.build.LogSeverity;
import dev.milliner.workbench.Words;
import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** A build's log, line by line. It follows the end until the reader scrolls up, and again from the end on. */
public final class LogView {
    private static final int ROW = 19;
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final ListView<LogLine> list = new ListView<>();
    private final Label empty = new Label();
    private final StackPane root = new StackPane(list, empty);
    private final ListChangeListener<LogLine> growth = change -> follow();
    private boolean following = true;

    /** Makes a view that says what to do while there is no log. */
    public LogView(String emptyText) {
        list.getStyleClass().add("log-list");
        list.setFixedCellSize(ROW);
        list.setCellFactory(view -> new Cell());
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.addEventFilter(ScrollEvent.SCROLL, event -> following = event.getDeltaY() < 0 && atEnd());
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        empty.setText(emptyText);
        empty.setMaxWidth(380);
        empty.getStyleClass().add("empty-state");
        empty.setMouseTransparent(true);
    }

    /** The node to put on the screen. */
    public StackPane node() {
        return root;
    }

    /** Shows a build's log, or none. */
    public void show(@Nullable BuildSession session) {
        following = true;
        list.setItems(session == null ? FXCollections.observableArrayList() : session.lines());
        list.getItems().addListener(new WeakListChangeListener<>(growth));
        follow();
    }

    /** Goes to a line by its number in the log, and selects it. */
    public void jumpTo(long number) {
        following = false;
        for (int i = 0; i < list.getItems().size(); i++) {
            if (list.getItems().get(i).sequence() == number) {
                list.getSelectionModel().clearAndSelect(i);
                list.scrollTo(Math.max(0, i - 3));
                return;
            }
        }
    }

    private void follow() {
        empty.setVisible(list.getItems().isEmpty());
        if (following && !list.getItems().isEmpty()) {
            list.scrollTo(list.getItems().size() - 1);
        }
    }

    private boolean atEnd() {
        return list.lookupAll(".scroll-bar").stream()
                .filter(node -> node instanceof javafx.scene.control.ScrollBar bar
                        && bar.getOrientation() == javafx.geometry.Orientation.VERTICAL)
                .map(javafx.scene.control.ScrollBar.class::cast)
                .allMatch(bar -> bar.getValue() > 0.995);
    }

    private void key(KeyEvent event) {
        if (COPY.match(event)) {
            List<LogLine> selected = list.getSelectionModel().getSelectedItems();
            ClipboardContent content = new ClipboardContent();
            content.putString(selected.stream().map(LogLine::text).collect(Collectors.joining("\n")));
            Clipboard.getSystemClipboard().setContent(content);
        } else if (event.getCode() == KeyCode.END) {
            following = true;
            follow();
        } else if (event.getCode() == KeyCode.HOME
                || event.getCode() == KeyCode.PAGE_UP
                || event.getCode() == KeyCode.UP) {
            following = false;
        }
    }

    private static final class Cell extends ListCell<LogLine> {
        private final Label number = new Label();
        private final Label text = new Label();
        private final HBox box = new HBox(number, text);

        Cell() {
            number.getStyleClass().add("log-number");
            box.setAlignment(Pos.CENTER_LEFT);
            text.setMinWidth(0);
            box.setPrefWidth(100);
        }

        @Override
        protected void updateItem(@Nullable LogLine line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            number.setText(Words.number(line.sequence()));
            text.setText(line.text());
            text.getStyleClass().setAll("label", "log-text", style(line.severity()));
            if (line.text().length() > 160) {
                Tooltip whole = new Tooltip(line.text());
                whole.setWrapText(true);
                whole.setMaxWidth(900);
                setTooltip(whole);
            } else {
                setTooltip(null);
            }
            setGraphic(box);
        }

        private static String style(LogSeverity severity) {
            return switch (severity) {
                case DEBUG -> "detail";
                case INFO -> "plain";
                case WARNING -> "warning";
                case ERROR -> "error";
            };
        }
    }
}
