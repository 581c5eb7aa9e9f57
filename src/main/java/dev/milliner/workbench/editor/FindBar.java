package dev.milliner.workbench.editor;

import com.google.re2j.PatternSyntaxException;
import dev.milliner.workbench.base.Fxml;
import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.fxmisc.richtext.CodeArea;

/** Finds and replaces in one code area; closed until asked for. */
final class FindBar {
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

    private final CodeArea area;
    private final Runnable matchesChanged;
    private List<TextSearch.Match> matches = List.of();
    private int current = -1;

    FindBar(CodeArea area, Runnable matchesChanged) {
        this.area = area;
        this.matchesChanged = matchesChanged;
        Fxml.load("editor/find-bar.fxml", this);
        findField.textProperty().subscribe(() -> search(true));
        caseToggle.selectedProperty().subscribe(() -> search(true));
        regexToggle.selectedProperty().subscribe(() -> search(true));
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        show(false);
    }

    VBox node() {
        return root;
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

    boolean isOpen() {
        return root.isVisible();
    }

    /** Looks again after the text was edited. */
    void refresh() {
        if (isOpen()) {
            search(false);
        }
    }

    List<TextSearch.Match> matches() {
        return isOpen() ? matches : List.of();
    }

    /** Tells whether this is the match that stepping stands at. */
    boolean isCurrent(TextSearch.Match match) {
        return current >= 0 && current < matches.size() && matches.get(current).equals(match);
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
        TextSearch search = new TextSearch(findField.getText(), regexToggle.isSelected(), caseToggle.isSelected());
        try {
            matches = search.in(area.getText());
        } catch (PatternSyntaxException e) {
            matches = List.of();
            findCount.setText("not a regular expression: " + e.getDescription());
            matchesChanged.run();
            return;
        }
        current = moveToFirst ? firstFrom(area.getSelection().getStart()) : Math.min(current, matches.size() - 1);
        if (moveToFirst && current >= 0) {
            go(current);
        }
        showCount();
        matchesChanged.run();
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
            findCount.setText("no match");
        } else {
            String most = matches.size() == TextSearch.MOST ? "+" : "";
            findCount.setText((current + 1) + " of " + matches.size() + most);
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
            matchesChanged.run();
        }
    }

    @FXML
    void closeFind() {
        show(false);
        area.requestFocus();
        matchesChanged.run();
    }

    @FXML
    private void replaceMatch() {
        if (current >= 0 && current < matches.size()) {
            TextSearch.Match match = matches.get(current);
            area.replaceText(match.start(), match.end(), replaceField.getText());
            search(true);
        }
    }

    @FXML
    private void replaceAllMatches() {
        if (matches.isEmpty()) {
            return;
        }
        List<TextSearch.Match> all = new ArrayList<>(matches);
        String text = area.getText();
        StringBuilder replaced = new StringBuilder(text.length());
        int at = all.getFirst().start();
        for (TextSearch.Match match : all) {
            replaced.append(text, at, match.start()).append(replaceField.getText());
            at = match.end();
        }
        // One change, so that one undo takes it back.
        area.replaceText(all.getFirst().start(), at, replaced.toString());
        search(false);
    }
}
