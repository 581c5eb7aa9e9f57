package dev.milliner.workbench.build;

import dev.milliner.build.log.AnsiText;
import dev.milliner.build.log.LogSeverity;
import dev.milliner.build.log.LoggedLine;
import dev.milliner.workbench.words.Wording;
import dev.milliner.workbench.words.Words;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * One row of the log on the screen: its number, its time where that is asked for, and its text in the tool's colours.
 * Each is a bare text at a fixed place, so that a whole page is exchanged within a frame.
 */
final class LogLineNode extends Region {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");
    private static final PseudoClass HEAD = PseudoClass.getPseudoClass("head");

    /** No screen shows more of a line; the whole of it is in the tip, and is what is copied. */
    private static final int MOST_CHARACTERS = 1000;

    private static final int LONG = 160;
    private static final double GAP = 14;
    private static final double TIME_WIDTH = 104;

    private final Text number = text("log-number");
    private final Text time = text("log-time");
    private final Text content = text("log-text");
    private @Nullable LogRow row;
    private String style = "";
    private @Nullable Tooltip tip;

    LogLineNode() {
        getStyleClass().add("log-line");
        setManaged(false);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        getChildren().setAll(number, time, content);
    }

    private static Text text(String style) {
        Text text = new Text();
        text.getStyleClass().add(style);
        text.setManaged(false);
        text.setTextOrigin(VPos.CENTER);
        return text;
    }

    /** The row that is shown. */
    @Nullable
    LogRow row() {
        return row;
    }

    void show(LogRow now) {
        if (!now.equals(row)) {
            row = now;
            fill(now);
        }
    }

    /** How much room its number takes, in pixels. */
    double numberWidth() {
        return number.getLayoutBounds().getWidth() + GAP;
    }

    /**
     * Puts its parts into their places.
     *
     * @param gutter the room for numbers, in pixels
     * @param shifted how far its text is moved to the left, in pixels
     */
    void arrange(double gutter, boolean times, double shifted) {
        number.setX(gutter - number.getLayoutBounds().getWidth());
        time.setVisible(times);
        time.setX(gutter + GAP);
        double x = gutter + GAP + (times ? TIME_WIDTH : 0) - (row instanceof LogRow.Head ? 0 : shifted);
        for (Text part : texts()) {
            part.setX(x);
            x += part.getLayoutBounds().getWidth();
        }
    }

    void mark(boolean selected, boolean found) {
        pseudoClassStateChanged(SELECTED, selected);
        pseudoClassStateChanged(FOUND, found);
    }

    private void fill(LogRow now) {
        boolean plain = true;
        switch (now) {
            case LogRow.Head head -> fill(head.folded() ? "▸" : "▾", "", title(head), "stage");
            case LogRow.Loading loading -> fill(Words.number(loading.number()), "", "…", "detail");
            case LogRow.Line line -> plain = fill(line.line());
        }
        pseudoClassStateChanged(HEAD, now instanceof LogRow.Head);
        if (plain && getChildren().size() > 3) {
            getChildren().setAll(number, time, content);
        }
    }

    private static String title(LogRow.Head head) {
        return head.section().stage().label()
                + (head.folded()
                        ? "  ·  " + Wording.counted("count.line", head.section().lines())
                        : "");
    }

    private boolean fill(LoggedLine line) {
        boolean plain = line.text().indexOf('\u001b') < 0;
        fill(Words.number(line.number()), line.time(), plain ? cut(line.text()) : "", style(line.severity()));
        if (!plain) {
            colour(line);
        }
        if (line.text().length() > LONG) {
            explain(AnsiText.plain(line.text()));
        }
        return plain;
    }

    /** Touches only what differs, as each change of style costs more than all else. */
    private void fill(String mark, String stamp, String text, String wanted) {
        number.setText(mark);
        time.setText(stamp);
        content.setText(text);
        if (!wanted.equals(style)) {
            style = wanted;
            content.getStyleClass().setAll("log-text", wanted);
        }
        if (tip != null) {
            Tooltip.uninstall(this, tip);
            tip = null;
        }
    }

    private void explain(String whole) {
        Tooltip made = new Tooltip(whole);
        made.setWrapText(true);
        made.setMaxWidth(900);
        Tooltip.install(this, made);
        tip = made;
    }

    private void colour(LoggedLine line) {
        getChildren().setAll(number, time, content);
        for (AnsiText.Run run : AnsiText.runs(cut(line.text()))) {
            Text part = text("log-text");
            part.setText(run.text());
            part.getStyleClass().add(style(line.severity()));
            if (!run.colour().isEmpty()) {
                part.getStyleClass().add("ansi-" + run.colour());
            }
            if (run.bold()) {
                part.getStyleClass().add("ansi-bold");
            }
            getChildren().add(part);
        }
    }

    private static String cut(String text) {
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "…";
    }

    private List<Text> texts() {
        return getChildren().stream().skip(2).map(Text.class::cast).toList();
    }

    /** How wide its text is, in pixels. */
    double textWidth() {
        return texts().stream()
                .mapToDouble(part -> part.getLayoutBounds().getWidth())
                .sum();
    }

    @Override
    protected void layoutChildren() {
        double middle = getHeight() / 2;
        number.setY(middle);
        time.setY(middle);
        texts().forEach(part -> part.setY(middle));
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT && row instanceof LogRow.Line line
                ? line.number() + " " + AnsiText.plain(line.line().text())
                : super.queryAccessibleAttribute(attribute, parameters);
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
