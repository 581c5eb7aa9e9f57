package dev.milliner.workbench.editor;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** The numbers of the lines. */
final class LineNumbers implements EditorFeature, GutterColumn {
    private static final Font FONT = Font.font("JetBrains Mono", 12);
    private static final double DIGIT = 7.5;

    @Override
    public void install(EditorSurface surface) {
        surface.lines().add(this);
    }

    @Override
    public int order() {
        return NUMBERS;
    }

    @Override
    public double width(int lines) {
        return Integer.toString(Math.max(99, lines)).length() * DIGIT;
    }

    /** A plain text rather than a label: a keystroke makes several of these, and a label costs ten times as much. */
    @Override
    public Optional<Node> at(int line) {
        Text number = new Text(Integer.toString(line + 1));
        number.setFont(FONT);
        number.getStyleClass().add("line-number");
        return Optional.of(number);
    }
}
