package dev.milliner.workbench.search;

import dev.milliner.search.FileHits;
import dev.milliner.workbench.base.Shortened;
import dev.milliner.workbench.words.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A row of what was found: a file, a line of it with what was found marked, or a definition. */
final class SearchCell extends ListCell<SearchRow> {
    /** What stands before a match is cut to so many letters, so that the match is seen. */
    private static final int LEAD = 60;

    private final Label number = new Label();
    private final Label before = new Label();
    private final Label found = new Label();
    private final Label after = new Label();
    private final Label note = new Label();
    private final HBox box = new HBox(number, before, found, after);

    SearchCell() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        box.getChildren().addAll(gap, note);
        box.setAlignment(Pos.CENTER_LEFT);
        box.setPrefWidth(100);
        number.getStyleClass().add("search-number");
        number.setMinWidth(Region.USE_PREF_SIZE);
        note.getStyleClass().add("row-note");
        note.setMinWidth(Region.USE_PREF_SIZE);
        found.setMinWidth(Region.USE_PREF_SIZE);
        Shortened.atEnd(after).setMinWidth(0);
    }

    @Override
    protected void updateItem(@Nullable SearchRow row, boolean empty) {
        super.updateItem(row, empty);
        getStyleClass().removeAll("search-file", "search-line");
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        switch (row) {
            case SearchRow.FileRow file -> {
                getStyleClass().add("search-file");
                show("", file.file(), "", "", Words.number(file.count()));
            }
            case SearchRow.LineRow line -> {
                getStyleClass().add("search-line");
                show(line.hit());
            }
            case SearchRow.DefinitionRow definition ->
                show(
                        "",
                        definition.definition().name(),
                        "",
                        "",
                        definition.definition().kind().label() + "   "
                                + definition.place().file() + ":"
                                + definition.place().range().line());
        }
        setGraphic(box);
    }

    private void show(FileHits.Hit hit) {
        String line = hit.line();
        int start = Math.max(0, hit.from() - LEAD);
        String lead = line.substring(start, hit.from()).replace('\t', ' ');
        show(
                String.valueOf(hit.place().range().line()),
                (start > 0 ? "…" + lead : lead.stripLeading()),
                line.substring(hit.from(), Math.max(hit.from(), hit.to())),
                line.substring(Math.max(hit.from(), hit.to())),
                "");
    }

    private void show(String line, String lead, String match, String rest, String quiet) {
        number.setText(line);
        number.setVisible(!line.isEmpty());
        number.setManaged(!line.isEmpty());
        before.setText(lead);
        found.setText(match);
        found.getStyleClass().setAll(match.isEmpty() ? "label" : "search-found");
        after.setText(rest.length() > 300 ? rest.substring(0, 300) : rest);
        note.setText(quiet);
    }
}
