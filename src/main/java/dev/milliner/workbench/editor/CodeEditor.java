package dev.milliner.workbench.editor;

import dev.milliner.language.TextKind;
import dev.milliner.text.TextEdit;
import dev.milliner.text.TextRange;
import dev.milliner.workbench.base.CommandRegistry;
import dev.milliner.workbench.files.OpenFile;
import dev.milliner.workbench.files.TextMirror;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.fxmisc.richtext.model.TwoDimensional.Position;

/** One open file: its text, mirrored for other threads, and the features that show and edit it. */
public final class CodeEditor {
    private final BorderPane root = new BorderPane();
    private final EditorNotice notice = new EditorNotice();
    private final EditorArea area = new EditorArea();
    private final EditorView view = new EditorView(area);
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
    private final EditorSurface surface;
    private final EditorEvents events;
    private final Highlighter highlighter;
    private final FindBar findBar;
    private final ProblemMarks marks;
    private final LineRemarks remarks;
    private final CaretActions actions;
    private final Breadcrumb breadcrumb;
    private final Folding folding;
    private final TextDrag dragging;
    private final CommitQuestions commit;
    private final TextMenu menu;
    private final List<EditorFeature> features;

    /** Shows a file of which nothing is known. */
    public CodeEditor(OpenFile file, EditorEvents events) {
        this(file, events, LanguageDesk.none());
    }

    /** Shows a file. */
    public CodeEditor(OpenFile file, EditorEvents events, LanguageDesk desk) {
        this.events = events;
        VBox head = new VBox(notice);
        surface = new EditorSurface(area, file, TextKind.of(file.path()), head, new LineDecorations(area));
        highlighter = new Highlighter(surface);
        findBar = new FindBar(surface);
        marks = new ProblemMarks(surface);
        remarks = new LineRemarks(surface);
        breadcrumb = new Breadcrumb(surface, highlighter, desk);
        dragging = new TextDrag(surface);
        folding = new Folding(surface, desk);
        Hovering hovering = new Hovering(surface, desk);
        actions = new CaretActions(surface, desk, hovering);
        LastCommit last = new LastCommit(file.location());
        commit = new CommitQuestions(surface, last, notice::tell);
        menu = new TextMenu(area);
        features = List.of(
                new ManyCarets(surface), // first, as what is selected is drawn below the text
                new MatchingNames(surface, desk), // below the text too
                highlighter,
                breadcrumb,
                new Headers(surface, highlighter),
                new LineNumbers(),
                new ChangeBars(surface),
                new CommitBars(surface, last),
                commit,
                folding,
                marks,
                remarks,
                findBar,
                new EditorKeys(surface, highlighter),
                new LineKeys(surface),
                new TypedPairs(surface, highlighter),
                new ZoomKeys(),
                dragging,
                new Completing(surface, desk),
                hovering,
                actions);
        load(file.mirror().shownText());
        features.forEach(feature -> feature.install(surface));
        listen();
        root.getStyleClass().add("content");
        root.setTop(head);
        root.setCenter(new EditorScroll(area));
    }

    private void load(String shown) {
        area.setId("code");
        area.replaceText(shown);
        area.getUndoManager().forgetHistory();
        area.getUndoManager().mark();
        dirty.bind(area.getUndoManager().atMarkedPositionProperty().map(marked -> !marked));
        area.moveTo(0);
        area.lines().scroll().measure(area);
    }

    private void listen() {
        area.plainTextChanges().subscribe(this::follow);
        area.caretPositionProperty().addListener((property, before, now) -> caretMoved());
    }

    private void follow(PlainTextChange change) {
        surface.file().mirror().replace(change.getPosition(), change.getRemoved(), change.getInserted());
        Position at = area.offsetToPosition(change.getPosition(), Bias.Forward);
        TextEdit edit = TextEdit.at(at.getMajor() + 1, at.getMinor() + 1, change.getRemoved(), change.getInserted());
        area.lines().edited(edit);
        features.forEach(feature -> feature.edited(edit));
        events.edited(this);
    }

    private void caretMoved() {
        features.forEach(EditorFeature::caretMoved);
        events.caretMoved(this);
    }

    /** What can be asked and done at the caret. */
    public CaretActions actions() {
        return actions;
    }

    /** Shows problems, in place of those shown before; they move with the text that they are about. */
    public void setMarks(List<Mark> all) {
        marks.show(all);
    }

    /** Shows remarks behind lines, counted from 0, in place of those shown before; they move with their lines. */
    public void setHints(Map<Integer, Hint> now) {
        remarks.show(now);
    }

    /** Goes to the start of a stretch of the text and brings it into the middle of the view. */
    public void goTo(TextRange range) {
        view.goTo(range);
    }

    /** Goes to a stretch within a line and selects it. */
    public void select(TextRange range) {
        view.select(range);
    }

    /** Goes to a line without taking the keyboard away from where it is. */
    public void show(TextRange range) {
        view.show(range);
    }

    /** Opens find, or find and replace. */
    public void find(boolean replace) {
        findBar.open(replace);
    }

    /** Goes to the next or previous match. */
    public void findAgain(boolean forward) {
        findBar.again(forward);
    }

    /** Replaces the text by another as one edit that changes only where they differ, so the caret stays. */
    public void replaceAll(String fileText) {
        area.getUndoManager().preventMerge();
        TextMerge.apply(area, new TextMirror(fileText).shownText());
        area.getUndoManager().preventMerge();
    }

    /** Takes back the newest edit of the text. */
    public void undo() {
        area.undo();
    }

    void redo() {
        area.redo();
    }

    /** How long the text is, as it is shown. */
    int length() {
        return area.getLength();
    }

    /** The text as it is shown, each line ended by a line feed. */
    public String text() {
        return area.getText();
    }

    /** Puts a text before a character of the text, counted from 0. */
    public void insert(int at, String text) {
        area.insertText(at, text);
    }

    /** Replaces what stands from a character to before another, both counted from 0. */
    public void replace(int start, int end, String text) {
        area.replaceText(start, end, text);
    }

    /** Tells the editor that the text as it is now is on disk. */
    public void markSaved() {
        area.getUndoManager().mark();
        features.forEach(EditorFeature::saved);
    }

    /** Gives the lines around the caret that are not committed back what the last commit has in their place. */
    public void revertToCommit() {
        commit.revert();
    }

    /** Says above the text who changed the caret's line last. */
    public void tellOrigin() {
        commit.tellOrigin();
    }

    /** Folds the innermost lines around the caret. */
    public void fold() {
        folding.foldAtCaret();
    }

    /** Shows again what is folded at the caret's line. */
    public void unfold() {
        folding.unfoldAtCaret();
    }

    /** Folds all that can be. */
    public void foldAll() {
        folding.foldAll();
    }

    /** Shows all that is folded. */
    public void unfoldAll() {
        folding.unfoldAll();
    }

    /** Lists what stands beside the innermost part around the caret, to go to. */
    public void neighbours() {
        breadcrumb.open();
    }

    /** Offers commands in the menu of the text. */
    void offer(CommandRegistry commands) {
        menu.offer(commands);
    }

    /** Shows a question or a warning above the text until an action is chosen. */
    public void showNotice(String text, Button... actions) {
        notice.show(text, actions);
    }

    /** Takes the notice away. */
    public void hideNotice() {
        notice.hide();
    }

    /** Tells whether the text differs from the file. */
    public ReadOnlyBooleanProperty dirtyProperty() {
        return dirty.getReadOnlyProperty();
    }

    /** The file. */
    public OpenFile file() {
        return surface.file();
    }

    /** What kind of text it is. */
    public TextKind language() {
        return surface.language();
    }

    /** The line of the caret, from 1. */
    public int line() {
        return area.getCurrentParagraph() + 1;
    }

    /** The column of the caret, from 1, in characters as a person counts them: one outside of the BMP is one. */
    public int column() {
        String line = area.getParagraph(area.getCurrentParagraph()).getText();
        return line.codePointCount(0, Math.min(area.getCaretColumn(), line.length())) + 1;
    }

    /** Shows the text in a size, in per cent of the usual one. */
    void textSize(int percent) {
        area.lines().usual(CodeMetrics.USUAL * percent / 100);
    }

    /** Shows lines that are wider than the view in several rows, or not. */
    void wrap(boolean on) {
        area.lines().wrap(on);
    }

    /** How high a line is, in pixels. */
    public double lineHeight() {
        return area.lines().metrics().height();
    }

    /** What colours the text. */
    Highlighter highlighter() {
        return highlighter;
    }

    /** What drags its text. */
    TextDrag dragging() {
        return dragging;
    }

    /** What is folded. */
    Folding folding() {
        return folding;
    }

    /** The problems that are shown. */
    ProblemMarks marks() {
        return marks;
    }

    /** The node to put on the screen. */
    public Node node() {
        return root;
    }

    /** Ends what runs for it. */
    public void close() {
        features.forEach(EditorFeature::close);
        area.dispose();
    }
}
