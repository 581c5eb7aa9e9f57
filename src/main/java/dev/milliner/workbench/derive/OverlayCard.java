package dev.milliner.workbench.derive;

import dev.milliner.overlay.Change;
import dev.milliner.overlay.derive.OverlayTable;
import dev.milliner.overlay.derive.Traces.Stretch;
import dev.milliner.workbench.words.Wording;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One derived overlay: its number and kind, its lines in the result, its words, and why it is there. */
final class OverlayCard extends VBox {
    private static final int COLOURS = 5;

    private final HBox head;

    /**
     * Makes a card.
     *
     * @param number the overlay's number, from 1
     * @param table its words
     * @param stretches where it shows in the result
     * @param goTo told the line to go to, from 0
     */
    OverlayCard(int number, OverlayTable table, List<Stretch> stretches, IntConsumer goTo) {
        getStyleClass().add("derived-overlay");
        Label tag = new Label(Integer.toString(number));
        tag.getStyleClass().addAll("overlay-number", "overlay-" + number % COLOURS);
        tag.setMinWidth(Region.USE_PREF_SIZE);
        Label kind = new Label(table.kind().word());
        kind.getStyleClass().add("derived-kind");
        kind.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        head = new HBox(8, tag, kind, gap);
        head.setAlignment(Pos.CENTER_LEFT);
        if (!stretches.isEmpty()) {
            Hyperlink lines = new Hyperlink(where(stretches));
            lines.getStyleClass().add("small");
            lines.setMinWidth(Region.USE_PREF_SIZE);
            lines.setOnAction(event -> goTo.accept(stretches.getFirst().line()));
            head.getChildren().add(lines);
        }
        Label words = new Label(words(table));
        words.getStyleClass().addAll("mono", "derived-words");
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        words.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().setAll(head, words);
    }

    /** Adds the menu of other forms, where there are any. */
    void offerForms(List<Change> forms, Consumer<Change> choose) {
        if (forms.isEmpty()) {
            return;
        }
        MenuButton menu = new MenuButton(Wording.of("derive.overlay-card.form"));
        menu.getStyleClass().addAll("plain-button", "small-button", "derived-form");
        menu.setTooltip(new Tooltip(Wording.of("derive.overlay-card.other-kinds-overlay")));
        menu.setMinWidth(Region.USE_PREF_SIZE);
        for (Change form : forms) {
            OverlayTable table = OverlayTable.of(form);
            MenuItem item = new MenuItem(table.kind().word() + "\n" + words(table));
            item.setMnemonicParsing(false);
            item.setOnAction(event -> choose.accept(form));
            menu.getItems().add(item);
        }
        head.getChildren().add(menu);
    }

    /** Adds the field for why it is there. */
    void askWhy(int number, String reason, Consumer<String> told) {
        TextField why = new TextField(reason);
        why.setId("derived-why-" + number);
        why.setPromptText(Wording.of("derive.overlay-card.why-becomes-description"));
        why.setAccessibleText(Wording.of("derive.overlay-card.why-overlay", number));
        why.textProperty().subscribe(told);
        getChildren().add(why);
    }

    private static String where(List<Stretch> stretches) {
        Stretch first = stretches.getFirst();
        String lines = first.lines() == 0
                ? Wording.of("derive.overlay-card.before-line", first.line() + 1)
                : first.lines() > 1
                        ? Wording.of("derive.overlay-card.lines", first.line() + 1, first.line() + first.lines())
                        : Wording.of("derive.overlay-card.line", first.line() + 1);
        return stretches.size() > 1 ? Wording.of("derive.overlay-card.more", lines, stretches.size() - 1) : lines;
    }

    /** Its keys without its kind, as they are written. */
    private static String words(OverlayTable table) {
        return table.toml("", "")
                .lines()
                .filter(line -> !line.startsWith("[[") && !line.startsWith("type = "))
                .collect(Collectors.joining("\n"));
    }
}
