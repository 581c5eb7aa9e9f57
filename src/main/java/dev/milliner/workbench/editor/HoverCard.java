package dev.milliner.workbench.editor;

import dev.milliner.language.HoverPart;
import dev.milliner.text.Place;
import dev.milliner.text.TextRange;
import dev.milliner.workbench.words.Wording;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** Shows what there is to say of something: a title and what stands below it. */
final class HoverCard extends VBox {
    private static final double WIDTH = 380;
    private static final int LINES = 14;

    private final Consumer<Place> goTo;

    HoverCard(Consumer<Place> goTo) {
        super(6);
        this.goTo = goTo;
        getStyleClass().add("hover-card");
        setMaxWidth(WIDTH);
        setPrefWidth(WIDTH);
    }

    void show(String title, List<HoverPart> parts) {
        Label head = wrapped(title);
        head.getStyleClass().add("hover-title");
        getChildren().setAll(head);
        parts.forEach(part -> getChildren().add(node(part)));
    }

    private Node node(HoverPart part) {
        return switch (part) {
            case HoverPart.Paragraph paragraph -> wrapped(paragraph.text());
            case HoverPart.Facts facts -> facts(facts);
            case HoverPart.Chain chain -> chain(chain);
            case HoverPart.Code code -> code(code);
        };
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static Node facts(HoverPart.Facts facts) {
        GridPane grid = new GridPane(10, 3);
        for (int i = 0; i < facts.facts().size(); i++) {
            HoverPart.Fact fact = facts.facts().get(i);
            Label name = new Label(fact.name());
            name.setMinWidth(USE_PREF_SIZE);
            name.getStyleClass().add("second");
            grid.addRow(i, name, wrapped(fact.value()));
        }
        return inLine(grid);
    }

    private Node chain(HoverPart.Chain chain) {
        GridPane grid = new GridPane(10, 3);
        for (int i = 0; i < chain.steps().size(); i++) {
            HoverPart.Step step = chain.steps().get(i);
            Label layer = new Label(step.layer());
            layer.setMinWidth(USE_PREF_SIZE);
            layer.getStyleClass().add("second");
            grid.addRow(i, layer, wrapped(step.value()), where(step));
        }
        return inLine(grid);
    }

    /** What a row begins with stands beside the first line of what follows, however many that has. */
    private static GridPane inLine(GridPane grid) {
        grid.getChildren().forEach(cell -> GridPane.setValignment(cell, VPos.TOP));
        return grid;
    }

    private Node where(HoverPart.Step step) {
        if (step.file().isEmpty()) {
            Label builtIn = new Label(Wording.of("editor.hover-card.built"));
            builtIn.getStyleClass().addAll("second", "small");
            return builtIn;
        }
        String name = step.file().substring(step.file().lastIndexOf('/') + 1);
        Hyperlink link = new Hyperlink(name + ":" + step.line());
        link.getStyleClass().add("small");
        link.setOnAction(event -> goTo.accept(new Place(step.file(), new TextRange(step.line(), 1, step.line(), 1))));
        return link;
    }

    private static Node code(HoverPart.Code code) {
        List<String> lines = code.text().lines().limit(LINES).toList();
        Label label = new Label(String.join("\n", lines));
        label.getStyleClass().add("hover-code");
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
