package dev.milliner.workbench.editor;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.text.Text;

/** The numbers of the lines. */
final class LineNumbers implements EditorFeature, GutterColumn {
    @Override
    public void install(EditorSurface surface) {
        surface.lines().add(this);
    }

    @Override
    public int order() {
        return NUMBERS;
    }

    @Override
    public double width(int lines, CodeMetrics metrics) {
        return Integer.toString(Math.max(99, lines)).length() * metrics.character();
    }

    /** A plain text rather than a label: a keystroke makes several of these, and a label costs ten times as much. */
    @Override
    public Optional<Node> at(CodeLine line) {
        Text number = new Text(Integer.toString(line.line() + 1));
        number.setFont(line.metrics().number());
        number.getStyleClass().add("line-number");
        return Optional.of(number);
    }
}
