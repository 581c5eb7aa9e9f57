package dev.milliner.workbench.welcome;

import dev.milliner.workbench.words.Wording;
import java.util.Comparator;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Leads through a distro step by step: a card that says what there is to see, and a frame around it. It can be left at any time. */
public final class Tour {
    private static final double WIDTH = 400;

    private static final List<Pos> CORNERS = List.of(Pos.TOP_RIGHT, Pos.BOTTOM_RIGHT, Pos.BOTTOM_LEFT, Pos.TOP_LEFT);

    private final TourHost host;
    private final List<TourStep> steps = TourStep.BOWLER;
    private final Label count = new Label();
    private final Label title = new Label();
    private final Label text = new Label();
    private final Button back =
            button("back", Wording.of("welcome.tour.back"), Wording.of("welcome.tour.step-before"), "plain-button");
    private final Button next =
            button("next", Wording.of("welcome.tour.next"), Wording.of("welcome.tour.next-step"), "primary-button");
    private final Button leave = button(
            "leave", Wording.of("welcome.tour.leave"), Wording.of("welcome.tour.ends-tour-distro"), "plain-button");
    private final VBox card = new VBox(8);
    private final Region frame = new Region();
    private final HeldFocus keys = new HeldFocus(next);
    private int at;

    /** Makes it; nothing is shown yet. */
    public Tour(TourHost host) {
        this.host = host;
        count.getStyleClass().addAll("second", "small");
        title.getStyleClass().add("strong");
        title.setWrapText(true);
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox buttons = new HBox(8, leave, gap, back, next);
        buttons.setPadding(new Insets(6, 0, 0, 0));
        card.getChildren().setAll(count, title, text, buttons);
        card.setId("tour");
        card.getStyleClass().add("palette");
        card.setPadding(new Insets(16));
        card.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        StackPane.setMargin(card, new Insets(62, 18, 44, 70));
        frame.getStyleClass().add("tour-frame");
        frame.setManaged(false);
        frame.setMouseTransparent(true);
        back.setOnAction(event -> show(at - 1));
        next.setOnAction(event -> show(at + 1));
        leave.setOnAction(event -> leave());
    }

    private static Button button(String id, String words, String tooltip, String style) {
        Button button = new Button(words);
        button.setId("tour-" + id);
        button.getStyleClass().setAll("button", style, "small-button");
        button.setTooltip(new Tooltip(tooltip));
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /** Begins it. */
    public void begin() {
        host.over().getChildren().addAll(frame, card);
        host.over().widthProperty().subscribe(this::placeFrame);
        host.over().heightProperty().subscribe(this::placeFrame);
        show(0);
    }

    private void show(int step) {
        if (step >= steps.size()) {
            leave();
            return;
        }
        at = Math.max(0, step);
        TourStep now = steps.get(at);
        count.setText(Wording.of("welcome.tour.step-of", at + 1, steps.size()));
        title.setText(now.title());
        text.setText(now.text());
        back.setDisable(at == 0);
        next.setText(at == steps.size() - 1 ? Wording.of("welcome.tour.done") : Wording.of("welcome.tour.next"));
        switch (now.scene()) {
            case TourStep.Definition definition -> host.showDefinition(definition.component());
            case TourStep.Page page -> host.showPage(page.id());
            case TourStep.Deed deed -> host.perform(deed.component(), deed.command());
        }
        keys.hold();
        // What is shown is laid out before it is framed.
        Platform.runLater(() -> Platform.runLater(this::placeFrame));
    }

    private void placeFrame() {
        if (frame.getParent() == null) {
            return;
        }
        Node target = host.over().lookup(steps.get(at).at());
        boolean seen = target != null && target.getScene() != null;
        frame.setVisible(seen);
        if (target != null && seen) {
            Bounds place = host.over().sceneToLocal(target.localToScene(target.getLayoutBounds()));
            frame.resizeRelocate(place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight());
            StackPane.setAlignment(card, corner(place));
        }
    }

    /** Where the card hides least of what it is about. */
    private Pos corner(Bounds about) {
        double width = host.over().getWidth();
        double height = host.over().getHeight();
        return CORNERS.stream()
                .min(Comparator.comparingDouble(corner -> overlap(corner, about, width, height)))
                .orElseThrow();
    }

    private double overlap(Pos corner, Bounds about, double width, double height) {
        double left = corner.getHpos() == HPos.LEFT ? 0 : width - card.getWidth();
        double top = corner.getVpos() == VPos.TOP ? 0 : height - card.getHeight();
        double wide = Math.min(left + card.getWidth(), about.getMaxX()) - Math.max(left, about.getMinX());
        double high = Math.min(top + card.getHeight(), about.getMaxY()) - Math.max(top, about.getMinY());
        return Math.max(0, wide) * Math.max(0, high);
    }

    private void leave() {
        keys.release();
        host.over().getChildren().removeAll(frame, card);
    }
}
