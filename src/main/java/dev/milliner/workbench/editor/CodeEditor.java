package dev.milliner.workbench.editor;

import dev.milliner.text.TextRange;
import dev.milliner.workbench.base.Fxml;
import dev.milliner.workbench.files.OpenFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.model.TwoDimensional.Bias;

/** One open file: the code area with its colours, line numbers, problems, breadcrumb, and find and replace. */
public final class CodeEditor {
    @FXML
    private BorderPane root;

    @FXML
    private VBox head;

    @FXML
    private HBox breadcrumb;

    @FXML
    private HBox notice;

    @FXML
    private Label noticeText;

    @FXML
    private HBox noticeButtons;

    private final OpenFile file;
    private final Language language;
    private final EditorEvents events;
    private final CodeArea area = new CodeArea();
    private final Highlighter highlighter;
    private final FindBar findBar;
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
    private final ChangedLines changedLines = new ChangedLines();
    private Map<Integer, List<Mark>> marks = Map.of();
    private Map<Integer, Hint> hints = Map.of();
    private boolean mirroring;

    /**
     * A remark behind a line.
     *
     * @param text what it says
     * @param styleClass good, warning or error
     */
    public record Hint(String text, String styleClass) {}

    /** Shows a file. */
    public CodeEditor(OpenFile file, EditorEvents events) {
        this.file = file;
        this.events = events;
        language = Language.of(file.path());
        Fxml.load("editor/code-editor.fxml", this);
        highlighter = new Highlighter(area, language.lexer());
        findBar = new FindBar(area, this::refreshDecorations);
        head.getChildren().add(findBar.node());
        hideNotice();
        prepareArea();
        load(file.mirror().shownText());
    }

    private void prepareArea() {
        area.setId("code");
        area.setParagraphGraphicFactory(this::decoration);
        root.setCenter(new VirtualizedScrollPane<>(area));
        area.plainTextChanges().subscribe(this::follow);
        area.currentParagraphProperty().addListener((property, before, now) -> caretMoved());
        EditorKeys.install(area, language);
    }

    private void load(String shown) {
        mirroring = false;
        area.replaceText(shown);
        mirroring = true;
        area.getUndoManager().forgetHistory();
        area.getUndoManager().mark();
        dirty.bind(area.getUndoManager().atMarkedPositionProperty().map(marked -> !marked));
        area.moveTo(0);
        changedLines.clear();
        highlighter.reset();
        updateBreadcrumb();
    }

    private void follow(PlainTextChange change) {
        if (!mirroring) {
            return;
        }
        file.mirror().replace(change.getPosition(), change.getRemoved(), change.getInserted());
        int line = area.offsetToPosition(change.getPosition(), Bias.Forward).getMajor();
        if (changedLines.follow(line, breaks(change.getRemoved()), breaks(change.getInserted()))) {
            refreshDecorations();
        }
        findBar.refresh();
        events.edited(this);
    }

    private static int breaks(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    private void caretMoved() {
        updateBreadcrumb();
        events.caretMoved(this);
    }

    private void updateBreadcrumb() {
        List<String> names = Outline.at(
                language,
                area.getCurrentParagraph(),
                line -> area.getParagraph(line).getText(),
                line -> highlighter.stateBefore(line) != 0);
        breadcrumb.getChildren().clear();
        Stream.concat(Stream.of(file.path()), names.stream()).forEach(name -> {
            if (!breadcrumb.getChildren().isEmpty()) {
                breadcrumb.getChildren().add(label("›"));
            }
            breadcrumb.getChildren().add(label(name));
        });
        breadcrumb.getChildren().getLast().getStyleClass().add("last");
    }

    private static Label label(String text) {
        Label label = new Label(text);
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    private Node decoration(int line) {
        String text =
                line < area.getParagraphs().size() ? area.getParagraph(line).getText() : "";
        int digits = Integer.toString(Math.max(99, area.getParagraphs().size())).length();
        LineDecoration decoration = new LineDecoration(line, digits, changedLines.contains(line))
                .withMarks(line, text, marks.getOrDefault(line, List.of()));
        Hint hint = hints.get(line);
        if (hint != null) {
            decoration.withHint(text, hint.text(), hint.styleClass());
        }
        if (findBar.isOpen()) {
            addMatches(decoration, line, text);
        }
        return decoration;
    }

    private void addMatches(LineDecoration decoration, int line, String text) {
        int start = area.getAbsolutePosition(line, 0);
        int end = start + text.length();
        for (TextSearch.Match match : findBar.matches()) {
            if (match.start() < end && match.end() > start) {
                decoration.withMatch(
                        text,
                        Math.max(0, match.start() - start),
                        Math.min(text.length(), match.end() - start),
                        findBar.isCurrent(match));
            } else if (match.start() >= end) {
                return;
            }
        }
    }

    /** Draws anew what stands before the lines on the screen: a new factory makes the area do just that. */
    private void refreshDecorations() {
        area.setParagraphGraphicFactory(line -> decoration(line));
    }

    /** Shows problems, in place of those shown before. */
    public void setMarks(List<Mark> all) {
        Map<Integer, List<Mark>> byLine = new HashMap<>();
        int lines = area.getParagraphs().size();
        for (Mark mark : all) {
            int last = Math.min(mark.range().line() - 1, lines - 1);
            byLine.computeIfAbsent(Math.max(0, last), line -> new java.util.ArrayList<>())
                    .add(mark);
        }
        if (!byLine.equals(marks)) {
            marks = byLine;
            refreshDecorations();
        }
    }

    /** Shows remarks behind lines, counted from 0, in place of those shown before. */
    public void setHints(Map<Integer, Hint> now) {
        if (!now.equals(hints)) {
            hints = Map.copyOf(now);
            refreshDecorations();
        }
    }

    /** Goes to a stretch of the text, selects it and brings it into the middle of the view. */
    public void goTo(TextRange range) {
        int line = Math.clamp(range.line() - 1, 0, area.getParagraphs().size() - 1);
        int column = Math.clamp(range.column() - 1, 0, area.getParagraphLength(line));
        area.moveTo(line, column);
        whenLaidOut(() -> area.showParagraphAtCenter(line));
        area.requestFocus();
    }

    /** Takes whole lines out of the text. */
    public void removeLines(TextRange range) {
        int first = Math.clamp(range.line() - 1, 0, area.getParagraphs().size() - 1);
        int last = Math.clamp(range.endLine() - 1, first, area.getParagraphs().size() - 1);
        boolean atEnd = last == area.getParagraphs().size() - 1;
        int end = atEnd ? area.getLength() : area.getAbsolutePosition(last + 1, 0);
        area.deleteText(area.getAbsolutePosition(first, 0), end);
    }

    /** Goes to a line without taking the keyboard away from where it is. */
    public void show(TextRange range) {
        int line = Math.clamp(range.line() - 1, 0, area.getParagraphs().size() - 1);
        area.moveTo(line, 0);
        whenLaidOut(area::requestFollowCaret);
    }

    /** Scrolling needs the area's height, which a file that was just opened has only after the next layout. */
    private void whenLaidOut(Runnable action) {
        if (area.getHeight() > 0) {
            action.run();
            return;
        }
        area.heightProperty().addListener(new javafx.beans.InvalidationListener() {
            @Override
            public void invalidated(javafx.beans.Observable height) {
                area.heightProperty().removeListener(this);
                javafx.application.Platform.runLater(action);
            }
        });
    }

    /** Opens find, or find and replace. */
    public void find(boolean replace) {
        findBar.open(replace);
    }

    /** Goes to the next or previous match. */
    public void findAgain(boolean forward) {
        if (!findBar.isOpen()) {
            findBar.open(false);
        } else if (forward) {
            findBar.nextMatch();
        } else {
            findBar.previousMatch();
        }
    }

    /** Replaces the text by another as one edit that changes only where they differ, so the caret stays. */
    public void replaceAll(String fileText) {
        TextMerge.apply(area, new dev.milliner.workbench.files.TextMirror(fileText).shownText());
    }

    /** The text as it is shown, each line ended by a line feed. */
    public String text() {
        return area.getText();
    }

    /** Puts a text before a character of the text, counted from 0. */
    public void insert(int at, String text) {
        area.insertText(at, text);
    }

    /** Tells the editor that the text as it is now is on disk. */
    public void markSaved() {
        area.getUndoManager().mark();
        changedLines.clear();
        refreshDecorations();
    }

    /** Shows a question or a warning above the text until an action is chosen. */
    public void showNotice(String text, Button... actions) {
        noticeText.setText(text);
        noticeButtons.getChildren().setAll(actions);
        notice.setVisible(true);
        notice.setManaged(true);
    }

    /** Takes the notice away. */
    public void hideNotice() {
        notice.setVisible(false);
        notice.setManaged(false);
    }

    /** Tells whether the text differs from the file. */
    public ReadOnlyBooleanProperty dirtyProperty() {
        return dirty.getReadOnlyProperty();
    }

    /** The file. */
    public OpenFile file() {
        return file;
    }

    /** What kind of text it is. */
    public Language language() {
        return language;
    }

    /** The line of the caret, from 1. */
    public int line() {
        return area.getCurrentParagraph() + 1;
    }

    /** The column of the caret, from 1. */
    public int column() {
        return area.getCaretColumn() + 1;
    }

    /** The node to put on the screen. */
    public Node node() {
        return root;
    }

    /** The code area itself, for focus, undo and the caret. */
    public CodeArea area() {
        return area;
    }

    /** Colours all lines now instead of over the next frames. */
    public void finishColours() {
        highlighter.finish();
    }
}
