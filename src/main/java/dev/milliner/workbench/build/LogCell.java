package dev.milliner.workbench.build;

import dev.milliner.build.LogSeverity;
import dev.milliner.build.log.AnsiText;
import dev.milliner.build.log.LoggedLine;
import dev.milliner.workbench.Words;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** A row of the log: its number, its time where that is asked for, and its text in the tool's colours. */
final class LogCell extends ListCell<LogRow> {
    private static final int LONG = 160;

    private final Label number = new Label();
    private final Label time = new Label();
    private final Label text = new Label();
    private final HBox coloured = new HBox();
    private final HBox box = new HBox(number, time, text);
    private final BooleanSupplier times;
    private final IntPredicate found;
    private String shownStyle = "";

    /**
     * Makes a cell.
     *
     * @param times whether times are shown
     * @param found whether a line is one that a search found
     * @param fold folds the stage of a line
     */
    LogCell(BooleanSupplier times, IntPredicate found, IntConsumer fold) {
        this.times = times;
        this.found = found;
        number.getStyleClass().add("log-number");
        time.getStyleClass().add("log-time");
        box.setAlignment(Pos.CENTER_LEFT);
        coloured.setAlignment(Pos.CENTER_LEFT);
        text.setMinWidth(0);
        box.setPrefWidth(100);
        setOnMouseClicked(event -> {
            if (getItem() instanceof LogRow.Head head) {
                fold.accept(head.number());
            }
        });
    }

    @Override
    protected void updateItem(@Nullable LogRow row, boolean empty) {
        super.updateItem(row, empty);
        if (getTooltip() != null) {
            setTooltip(null);
        }
        getStyleClass().removeAll("log-head", "log-found");
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        switch (row) {
            case LogRow.Head head -> show(head);
            case LogRow.Loading loading -> show(Words.number(loading.number()), "", "…", "detail");
            case LogRow.Line line -> show(line.line());
        }
        setGraphic(box);
    }

    private void show(LogRow.Head head) {
        getStyleClass().add("log-head");
        String folded = head.folded() ? "  ·  " + Words.count(head.section().lines(), "line") : "";
        show(head.folded() ? "▸" : "▾", "", head.section().stage().label() + folded, "stage");
    }

    private void show(LoggedLine line) {
        if (found.test(line.number())) {
            getStyleClass().add("log-found");
        }
        boolean plain = line.text().indexOf('\u001b') < 0;
        String stamp = times.getAsBoolean() ? line.time() : "";
        show(Words.number(line.number()), stamp, plain ? line.text() : "", style(line.severity()));
        if (!plain) {
            colour(line);
        }
        if (line.text().length() > LONG) {
            Tooltip whole = new Tooltip(AnsiText.plain(line.text()));
            whole.setWrapText(true);
            whole.setMaxWidth(900);
            setTooltip(whole);
        }
    }

    /** Touches only what differs: at thirty pages a second each needless change of style or children shows. */
    private void show(String mark, String stamp, String content, String style) {
        number.setText(mark);
        time.setText(stamp);
        time.setVisible(!stamp.isEmpty());
        time.setManaged(!stamp.isEmpty());
        text.setText(content);
        if (!style.equals(shownStyle)) {
            shownStyle = style;
            text.getStyleClass().setAll("label", "log-text", style);
        }
        put(text);
    }

    private void put(javafx.scene.Node content) {
        if (box.getChildren().size() < 3 || !box.getChildren().get(2).equals(content)) {
            box.getChildren().setAll(number, time, content);
        }
    }

    private void colour(LoggedLine line) {
        coloured.getChildren().clear();
        for (AnsiText.Run run : AnsiText.runs(line.text())) {
            Label part = new Label(run.text());
            part.getStyleClass().setAll("label", "log-text", style(line.severity()));
            if (!run.colour().isEmpty()) {
                part.getStyleClass().add("ansi-" + run.colour());
            }
            if (run.bold()) {
                part.getStyleClass().add("ansi-bold");
            }
            coloured.getChildren().add(part);
        }
        put(coloured);
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
