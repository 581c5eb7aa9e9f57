package dev.milliner.workbench.editor;

import dev.milliner.distro.Severity;
import java.util.Comparator;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.FontPosture;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What stands before a line of the editor: its number, whether it differs from the file, and a sign for its worst
 * problem. It also carries the line's squiggles and search matches, drawn over the text to its right, so that they
 * scroll with the line by themselves.
 */
final class LineDecoration extends HBox {
    private static final double LINE_HEIGHT = 19;
    private static final double TEXT_INSET = 4;
    private static final double WAVE = 2;
    private static final Font CODE = Font.font("JetBrains Mono", 12.5);
    private static final Font NUMBER = Font.font("JetBrains Mono", 12);
    private static final Font HINT = Font.font("JetBrains Mono", FontPosture.ITALIC, 12);
    private static final double CHARACTER = new Text("m".repeat(100)) {
                {
                    setFont(CODE);
                }
            }.getLayoutBounds().getWidth()
            / 100;

    private final double gutterWidth;

    LineDecoration(int line, int digits, boolean changed) {
        getStyleClass().add("gutter");
        gutterWidth = 8 + 16 + digits * 7.5 + 6 + 3 + 6;
        setMinWidth(gutterWidth);
        setPrefWidth(gutterWidth);
        setMaxWidth(gutterWidth);
        setMinHeight(LINE_HEIGHT);
        setPrefHeight(LINE_HEIGHT);
        // Plain texts rather than labels: a keystroke makes several of these, and a label costs ten times as much.
        Text number = new Text(Integer.toString(line + 1));
        number.setFont(NUMBER);
        number.getStyleClass().add("line-number");
        Region bar = new Region();
        bar.getStyleClass().add("change-bar");
        bar.setMinHeight(LINE_HEIGHT);
        if (changed) {
            bar.getStyleClass().add("changed");
        }
        getChildren().addAll(number, bar);
    }

    /** Adds the sign and the squiggles of the problems on this line. */
    LineDecoration withMarks(int line, String text, List<Mark> marks) {
        if (marks.isEmpty()) {
            return this;
        }
        Mark worst = marks.stream().min(Comparator.comparing(Mark::severity)).orElseThrow();
        FontIcon sign = new FontIcon(worst.severity() == Severity.ERROR ? "mdi2a-alert-circle" : "mdi2a-alert");
        sign.getStyleClass().addAll("small", worst.styleClass());
        Tooltip tooltip = new Tooltip(
                String.join("\n", marks.stream().map(Mark::message).distinct().toList()));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(520);
        Tooltip.install(sign, tooltip);
        getChildren().addFirst(sign);
        marks.forEach(mark -> overlay(squiggle(line, text, mark)));
        return this;
    }

    /** Adds a frame around a search match. */
    LineDecoration withMatch(String text, int start, int end, boolean current) {
        Rectangle frame = new Rectangle(x(text, start), 1, Math.max(3, x(text, end) - x(text, start)), LINE_HEIGHT - 2);
        frame.getStyleClass().add("match");
        if (current) {
            frame.getStyleClass().add("current");
        }
        overlay(frame);
        return this;
    }

    /** Adds a quiet remark behind the line's text. */
    LineDecoration withHint(String text, String hint, String styleClass) {
        Text remark = new Text(x(text, text.length()) + 22, LINE_HEIGHT - 5.5, hint);
        remark.setFont(HINT);
        remark.getStyleClass().addAll("line-hint", styleClass);
        overlay(remark);
        return this;
    }

    private void overlay(Node node) {
        node.setManaged(false);
        node.setMouseTransparent(true);
        getChildren().add(node);
    }

    private Path squiggle(int line, String text, Mark mark) {
        int number = line + 1;
        int start = number == mark.range().line() ? mark.range().column() - 1 : indent(text);
        int end = number == mark.range().endLine() ? mark.range().endColumn() - 1 : text.length();
        double from = x(text, Math.clamp(start, 0, text.length()));
        double to = Math.max(from + CHARACTER, x(text, Math.clamp(end, 0, text.length())));
        Path path = new Path();
        path.getStyleClass().addAll("squiggle", mark.styleClass());
        List<PathElement> elements = path.getElements();
        elements.add(new MoveTo(from, LINE_HEIGHT - 2));
        boolean up = true;
        for (double at = from + WAVE; at <= to; at += WAVE) {
            elements.add(new LineTo(at, up ? LINE_HEIGHT - 4 : LINE_HEIGHT - 2));
            up = !up;
        }
        return path;
    }

    private static int indent(String text) {
        return text.length() - text.stripLeading().length();
    }

    /** The place of a column in this node; every character of the code font is as wide, the rest is measured. */
    private double x(String text, int column) {
        String before = text.substring(0, Math.min(column, text.length()));
        double width =
                before.chars().allMatch(c -> c >= ' ' && c < 127) ? before.length() * CHARACTER : measured(before);
        return gutterWidth + TEXT_INSET + width;
    }

    private static double measured(String before) {
        Text text = new Text(before);
        text.setFont(CODE);
        return text.getLayoutBounds().getWidth();
    }
}
