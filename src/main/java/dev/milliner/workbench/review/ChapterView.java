package dev.milliner.workbench.review;

import dev.milliner.overlay.FileChange;
import dev.milliner.overlay.Hunk;
import dev.milliner.review.Chapter;
import dev.milliner.review.ValueLine;
import dev.milliner.source.SourceTree;
import dev.milliner.source.TreePaths;
import dev.milliner.text.Place;
import dev.milliner.workbench.words.Wording;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One item of a review with all there is to say: values before and after, sentences, lines of sources. */
final class ChapterView {
    /** More rows are for the exported documents. */
    private static final int MOST_ROWS = 200;

    private final VBox box;
    private final Consumer<Place> goTo;

    /**
     * Shows items in a box.
     *
     * @param goTo is told where an edit stands that somebody wants to see
     */
    ChapterView(VBox box, Consumer<Place> goTo) {
        this.box = box;
        this.goTo = goTo;
    }

    /** Shows nothing. */
    void clear() {
        box.getChildren().clear();
    }

    /**
     * Shows an item.
     *
     * @param tree the files after, in which places are
     */
    void show(Chapter chapter, SourceTree tree) {
        box.getChildren().setAll(heading(chapter.title(), chapter.tag()));
        if (!chapter.values().isEmpty()) {
            box.getChildren().add(values(chapter.values(), tree));
        }
        chapter.lines().stream().limit(MOST_ROWS).forEach(line -> box.getChildren()
                .add(text(line)));
        chapter.sources().forEach(this::source);
    }

    private static HBox heading(String title, String about) {
        Label name = new Label(title);
        name.getStyleClass().add("review-title");
        HBox row = new HBox(10, name, second(about));
        row.getStyleClass().add("review-heading");
        return row;
    }

    private static Label text(String line) {
        Label label = new Label(line);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("review-line");
        return label;
    }

    private GridPane values(List<ValueLine> lines, SourceTree tree) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("review-values");
        for (int share : new int[] {26, 23, 23, 28}) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(share);
            column.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(column);
        }
        grid.addRow(
                0,
                second(Wording.of("review.chapter-view.value")),
                second(Wording.of("review.chapter-view.before")),
                second(Wording.of("review.chapter-view.after")),
                second(Wording.of("review.chapter-view.by")));
        int row = 1;
        for (ValueLine line : lines.subList(0, Math.min(lines.size(), MOST_ROWS))) {
            grid.addRow(
                    row++,
                    cell(line.path(), "plain"),
                    cell(line.before(), "error"),
                    cell(line.after(), "good"),
                    edit(line, tree));
        }
        grid.getChildren().forEach(cell -> GridPane.setValignment(cell, VPos.TOP));
        return grid;
    }

    private static Label second(String word) {
        return cell(word, "second");
    }

    private static Label cell(String text, String styleClass) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(styleClass);
        return label;
    }

    private Node edit(ValueLine line, SourceTree tree) {
        String shown = TreePaths.name(line.by());
        Optional<Place> place = line.edit().filter(at -> tree.exists(at.file()));
        if (place.isEmpty()) {
            return second(shown);
        }
        Hyperlink link = new Hyperlink(shown);
        link.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        link.setTooltip(new Tooltip(line.by()));
        link.setOnAction(event -> goTo.accept(place.get()));
        return link;
    }

    private void source(FileChange file) {
        box.getChildren().add(heading(file.file(), "+" + file.added() + " −" + file.removed()));
        int rows = 0;
        for (Hunk hunk : file.hunks()) {
            rows += hunk.added() + hunk.removed();
            if (rows > MOST_ROWS) {
                box.getChildren().add(second("…"));
                return;
            }
            file.removedLines(hunk).forEach(line -> box.getChildren().add(code("− " + line, "error")));
            file.addedLines(hunk).forEach(line -> box.getChildren().add(code("+ " + line, "good")));
        }
    }

    private static Label code(String line, String styleClass) {
        Label label = new Label(line);
        label.getStyleClass().addAll("mono", styleClass);
        return label;
    }
}
