package dev.milliner.workbench.commit;

import dev.milliner.commit.PendingFile.Staged;
import dev.milliner.workbench.words.Wording;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Lines of a file that differ, to be staged alone. */
final class HunkCell extends ListCell<HunkRow> {
    private static final int MOST_LINES = 60;

    private final CheckBox check = new CheckBox();
    private final VBox lines = new VBox();
    private final HBox box = new HBox(8, check, lines);

    HunkCell(Consumer<HunkRow> toggle) {
        check.setFocusTraversable(false);
        check.setOnAction(event -> Optional.ofNullable(getItem()).ifPresent(toggle));
        HBox.setHgrow(lines, Priority.ALWAYS);
        box.getStyleClass().add("hunk");
        lines.setMinWidth(0);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable HunkRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        if (row == null || empty) {
            setGraphic(null);
            return;
        }
        check.setSelected(row.staged() == Staged.WHOLE);
        check.setIndeterminate(row.staged() == Staged.PART);
        check.setDisable(!row.canBeStagedAlone());
        Label at = new Label(row.words());
        at.getStyleClass().addAll("second", "small");
        lines.getChildren().setAll(at);
        add(row.text().removed(row.hunk()), "− ", "commit-removed");
        add(row.text().added(row.hunk()), "+ ", "commit-added");
        setGraphic(box);
    }

    private void add(List<String> all, String sign, String styleClass) {
        all.stream().limit(MOST_LINES).forEach(line -> lines.getChildren()
                .add(line(sign + line.stripTrailing(), styleClass)));
        if (all.size() > MOST_LINES) {
            lines.getChildren()
                    .add(line(Wording.counted("commit.hunk-cell.lines-more", all.size() - MOST_LINES), styleClass));
        }
    }

    private static Label line(String text, String styleClass) {
        Label label = new Label(text);
        label.setMaxWidth(Double.MAX_VALUE);
        label.getStyleClass().addAll("mono", styleClass);
        return label;
    }
}
