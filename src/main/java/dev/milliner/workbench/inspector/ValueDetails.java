package dev.milliner.workbench.inspector;

import dev.milliner.distro.Layer;
import dev.milliner.distro.ResolvedValue;
import dev.milliner.text.Place;
import dev.milliner.text.TextRange;
import dev.milliner.workbench.base.Motion;
import dev.milliner.workbench.base.RestingCarets;
import dev.milliner.workbench.words.Wording;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import org.controlsfx.control.PopOver;

/** All of one value, beside its row: where each layer sets it, and a way to change it there. */
final class ValueDetails {
    private static final double WIDTH = 340;

    private final Consumer<Place> goTo;
    private final ValueChanges changes;
    private final PopOver shown = new PopOver();

    ValueDetails(Consumer<Place> goTo, ValueChanges changes) {
        this.goTo = goTo;
        this.changes = changes;
        shown.setArrowLocation(PopOver.ArrowLocation.RIGHT_TOP);
        shown.setDetachable(false);
        shown.setAnimated(false);
        shown.getRoot().getStyleClass().add("root");
        // Where no compositor draws what is transparent, all around the border would hide what it is about.
        shown.setArrowSize(8);
        shown.setCornerRadius(6);
        RestingCarets.in(shown.getScene());
    }

    /** Shows a value beside its row. */
    void show(Node row, ResolvedValue value) {
        Label path = new Label(value.path());
        path.getStyleClass().add("details-title");
        path.setWrapText(true);
        VBox content = new VBox(8, path);
        content.getStyleClass().add("value-details");
        content.setPrefWidth(WIDTH);
        List<Layer> layers = value.layers();
        for (Layer layer : layers.reversed()) {
            content.getChildren().add(layerRow(layer, layer.equals(layers.getLast())));
        }
        Optional<ValueField> field = change(value);
        field.ifPresent(change -> content.getChildren().add(change.node()));
        // What pops up is a scene of its own, which knows nothing of the theme.
        shown.getRoot().getStylesheets().setAll(row.getScene().getStylesheets());
        shown.setContentNode(content);
        shown.show(row);
        Motion.follow(row, shown.getScene());
        if (!Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)) {
            shown.getScene().setFill(ground(row));
        }
        field.ifPresent(change -> change.first().requestFocus());
    }

    /** What a node is drawn on. */
    private static Paint ground(Node node) {
        return Stream.<Node>iterate(node, Objects::nonNull, Node::getParent)
                .filter(Region.class::isInstance)
                .map(region -> ((Region) region).getBackground())
                .filter(Objects::nonNull)
                .flatMap(background -> background.getFills().stream())
                .map(BackgroundFill::getFill)
                .filter(paint -> !paint.equals(Color.TRANSPARENT))
                .findFirst()
                .orElse(Color.TRANSPARENT);
    }

    void close() {
        shown.hide();
    }

    private Node layerRow(Layer layer, boolean wins) {
        Label name = new Label(wins ? layer.name() : Wording.of("inspector.value-details.overridden", layer.name()));
        name.getStyleClass().addAll("second", "small");
        Label said = new Label(ValueWords.of(layer.value()));
        said.setWrapText(true);
        VBox row = new VBox(1, name, said);
        if (!layer.file().isEmpty()) {
            Hyperlink link = new Hyperlink(layer.file() + ":" + layer.line());
            link.setOnAction(event -> {
                close();
                goTo.accept(new Place(layer.file(), new TextRange(layer.line(), 1, layer.line(), 1)));
            });
            row.getChildren().add(link);
        }
        return row;
    }

    /** Only what is a single value, and set in a file, can be changed there. */
    private Optional<ValueField> change(ResolvedValue value) {
        if (value.layers().isEmpty() || value.layers().getLast().file().isEmpty()) {
            return Optional.empty();
        }
        Layer winner = value.layers().getLast();
        String key = value.keys().getLast();
        return ValueField.of(value.value(), changed -> {
            close();
            changes.set(winner, key, changed);
        });
    }
}
