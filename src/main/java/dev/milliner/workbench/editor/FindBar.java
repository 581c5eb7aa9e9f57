package dev.milliner.workbench.editor;

import com.google.re2j.PatternSyntaxException;
import dev.milliner.search.ReplacementText;
import dev.milliner.search.TextSearch;
import dev.milliner.text.TextEdit;
import dev.milliner.workbench.base.Fxml;
import dev.milliner.workbench.words.Wording;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/** Finds and replaces in one code area; closed until asked for. */
final class FindBar implements EditorFeature {
    private static final double NARROWEST = 3;

    @FXML
    private VBox root;

    @FXML
    private TextField findField;

    @FXML
    private TextField replaceField;

    @FXML
    private ToggleButton caseToggle;

    @FXML
    private ToggleButton regexToggle;

    @FXML
    private Label findCount;

    @FXML
    private HBox replaceRow;

    private final EditorArea area;
    private final LineDecorations lines;
    private TextSearch search = TextSearch.NOTHING;
    private List<TextSearch.Match> matches = List.of();
    private int current = -1;

    FindBar(EditorSurface surface) {
        area = surface.area();
        lines = surface.lines();
        Fxml.load("editor/find-bar.fxml", this);
        findField.textProperty().subscribe(() -> search(true));
        caseToggle.selectedProperty().subscribe(() -> search(true));
        regexToggle.selectedProperty().subscribe(() -> search(true));
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        show(false);
    }

    @Override
    public void install(EditorSurface surface) {
        surface.head().getChildren().add(root);
        surface.lines().add((LineLayer) this::drawMatches);
    }

    /** Opens the bar with the selected text; with replacing if asked. */
    void open(boolean replace) {
        String selected = area.getSelectedText();
        if (!selected.isEmpty() && selected.indexOf('\n') < 0) {
            findField.setText(selected);
        }
        show(true);
        replaceRow.setVisible(replace);
        replaceRow.setManaged(replace);
        findField.requestFocus();
        findField.selectAll();
        search(true);
    }

    /** Goes to the next or the previous match, or opens the bar. */
    void again(boolean forward) {
        if (!isOpen()) {
            open(false);
        } else {
            step(forward ? 1 : -1);
        }
    }

    private boolean isOpen() {
        return root.isVisible();
    }

    /** Looks again. */
    @Override
    public void edited(TextEdit edit) {
        if (isOpen()) {
            search(false);
        }
    }

    /** Draws a frame around each match in a line. */
    private void drawMatches(CodeLine line) {
        if (!isOpen() || matches.isEmpty()) {
            return;
        }
        int start = area.getAbsolutePosition(line.line(), 0);
        int end = start + line.text().length();
        for (int i = TextSearch.firstEndingAfter(matches, start); i < matches.size(); i++) {
            TextSearch.Match match = matches.get(i);
            if (match.start() >= end) {
                return;
            }
            if (line.part().meets(match.start() - start, match.end() - start)) {
                line.overlay(frame(line, match.start() - start, match.end() - start, i == current));
            }
        }
    }

    private static Rectangle frame(CodeLine line, int start, int end, boolean isCurrent) {
        double from = line.x(start);
        Rectangle frame = new Rectangle(
                from, 1, Math.max(NARROWEST, line.x(end) - from), line.metrics().height() - 2);
        frame.getStyleClass().add("match");
        if (isCurrent) {
            frame.getStyleClass().add("current");
        }
        return frame;
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            closeFind();
        } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.F3) {
            if (event.isShiftDown()) {
                previousMatch();
            } else {
                nextMatch();
            }
        } else {
            return;
        }
        event.consume();
    }

    private void show(boolean visible) {
        root.setVisible(visible);
        root.setManaged(visible);
    }

    private void search(boolean moveToFirst) {
        search = new TextSearch(findField.getText(), regexToggle.isSelected(), caseToggle.isSelected());
        try {
            matches = search.in(area.getText());
        } catch (PatternSyntaxException e) {
            matches = List.of();
            current = -1;
            findCount.setText(Wording.of("editor.find-bar.not-regular-expression", e.getDescription()));
            lines.redraw();
            return;
        }
        current = moveToFirst ? firstFrom(area.getSelection().getStart()) : Math.min(current, matches.size() - 1);
        if (moveToFirst && current >= 0) {
            go(current);
        }
        showCount();
        lines.redraw();
    }

    private int firstFrom(int position) {
        for (int i = 0; i < matches.size(); i++) {
            if (matches.get(i).start() >= position) {
                return i;
            }
        }
        return matches.isEmpty() ? -1 : 0;
    }

    private void showCount() {
        if (findField.getText().isEmpty()) {
            findCount.setText("");
        } else if (matches.isEmpty()) {
            findCount.setText(Wording.of("editor.find-bar.no-match"));
        } else {
            String all = matches.size() + (matches.size() == TextSearch.MOST ? "+" : "");
            findCount.setText(Wording.of("editor.find-bar.match-of", current + 1, all));
        }
    }

    private void go(int index) {
        current = index;
        TextSearch.Match match = matches.get(index);
        area.selectRange(match.start(), match.end());
        area.requestFollowCaret();
        showCount();
    }

    @FXML
    void nextMatch() {
        step(1);
    }

    @FXML
    void previousMatch() {
        step(-1);
    }

    private void step(int by) {
        if (!matches.isEmpty()) {
            go(Math.floorMod(current + by, matches.size()));
            lines.redraw();
        }
    }

    @FXML
    void closeFind() {
        show(false);
        area.requestFocus();
        lines.redraw();
    }

    @FXML
    private void replaceMatch() {
        if (current >= 0 && current < matches.size()) {
            TextSearch.Match match = matches.get(current);
            if (replace(match.start(), match.end(), text -> replacement(text, match))) {
                search(true);
            }
        }
    }

    @FXML
    private void replaceAllMatches() {
        if (matches.isEmpty()) {
            return;
        }
        List<TextSearch.Match> all = List.copyOf(matches);
        int start = all.getFirst().start();
        // One change, so that one undo takes it back.
        replace(start, all.getLast().end(), text -> {
            StringBuilder replaced = new StringBuilder();
            int at = start;
            for (TextSearch.Match match : all) {
                replaced.append(text, at, match.start()).append(replacement(text, match));
                at = match.end();
            }
            return replaced.toString();
        });
    }

    /** Answers false, after saying why, where the replacement names a group that the expression has not. */
    private boolean replace(int start, int end, UnaryOperator<String> replaced) {
        try {
            area.replaceText(start, end, replaced.apply(area.getText()));
            return true;
        } catch (NoSuchElementException wrong) {
            findCount.setText(wrong.getMessage());
            return false;
        }
    }

    private String replacement(String text, TextSearch.Match match) {
        String with = replaceField.getText();
        return search.regex() ? search.expand(text, match, ReplacementText.parse(with)) : with;
    }
}
