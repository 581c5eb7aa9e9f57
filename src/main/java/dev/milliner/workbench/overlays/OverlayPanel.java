package dev.milliner.workbench.overlays;

import dev.milliner.overlay.FileChange;
import dev.milliner.overlay.RegexMatches;
import dev.milliner.upstream.OverlaidComponent;
import dev.milliner.upstream.OverlayEffect;
import dev.milliner.upstream.OverlayResult;
import dev.milliner.upstream.OverlayVerdict;
import dev.milliner.workbench.base.Later;
import dev.milliner.workbench.base.Shortened;
import dev.milliner.workbench.base.StyleClasses;
import dev.milliner.workbench.words.Wording;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The bottom panel: what the selected overlay does, in a difference of the file it touches. */
public final class OverlayPanel {
    /** Narrower than this, in pixels, what else can be read stands for the file's name. */
    private static final double ROOMY = 760;

    private final OverlayDesk desk;
    private final OverlayDiff diff;
    private final Label step = new Label();
    private final Label verdict = new Label();
    private final Tooltip whole = new Tooltip();
    private final Label file = new Label();
    private final Label figures = new Label();
    private final Label matches = new Label();
    private final Button fetch = new Button(Wording.of("overlays.panel.fetch-upstream"));
    private final Later matching = new Later(Wording.of("activity.matches"));
    private final Button previous = button("mdi2c-chevron-left", Wording.of("overlays.panel.previous-overlay"));
    private final Button next = button("mdi2c-chevron-right", Wording.of("overlays.panel.next-overlay"));
    private final Label nothing = new Label(Wording.of("overlays.panel.put-caret-into"));
    private final HBox bar;
    private final BorderPane root = new BorderPane();
    private String lookedAt = "";

    /** Makes the panel. */
    public OverlayPanel(OverlayDesk desk) {
        this.desk = desk;
        diff = new OverlayDiff(desk);
        diff.onDrawn(this::drawn);
        desk.beforeShown(next -> diff.ahead(next.overlaid()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        bar = new HBox(step, previous, next, verdict, matches, gap, fetch, file, figures);
        bar.getStyleClass().add("tool-row");
        bar.setAlignment(Pos.CENTER_LEFT);
        Shortened.inMiddle(step).setMaxWidth(260);
        step.setMinWidth(Region.USE_PREF_SIZE);
        verdict.setTextOverrun(OverrunStyle.ELLIPSIS);
        verdict.setMinWidth(60);
        verdict.setTooltip(whole);
        Shortened.inMiddle(file);
        figures.setMinWidth(Region.USE_PREF_SIZE);
        previous.setMinWidth(Region.USE_PREF_SIZE);
        next.setMinWidth(Region.USE_PREF_SIZE);
        matches.setId("matches");
        matches.getStyleClass().addAll("second", "mono");
        matches.setMinWidth(40);
        nothing.getStyleClass().add("empty-state");
        nothing.setMaxWidth(360);
        for (Label mayBeEmpty : List.of(matches, figures)) {
            mayBeEmpty.managedProperty().bind(mayBeEmpty.textProperty().isNotEmpty());
        }
        // The verdict names the file too.
        file.managedProperty()
                .bind(file.textProperty().isNotEmpty().and(root.widthProperty().greaterThan(ROOMY)));
        file.visibleProperty().bind(file.managedProperty());
        fetch.getStyleClass().setAll("button", "plain-button", "small-button");
        fetch.setMinWidth(Region.USE_PREF_SIZE);
        fetch.setOnAction(event -> desk.fetch());
        previous.setOnAction(event -> step(-1));
        next.setOnAction(event -> step(1));
        desk.shownProperty().subscribe(this::refresh);
        desk.selectedProperty().subscribe(this::refresh);
        refresh();
    }

    private static Button button(String icon, String text) {
        Button button = new Button(null, new FontIcon(icon));
        button.getStyleClass().setAll("button", "icon-button");
        button.setTooltip(new Tooltip(text));
        return button;
    }

    /** The node to put on the screen. */
    public Node node() {
        return root;
    }

    private void step(int by) {
        OverlayResult shown = desk.shownProperty().get();
        if (shown != null && shown.overlaid() != null) {
            int count = shown.overlaid().effects().size();
            desk.selectedProperty()
                    .set(Math.clamp(desk.selectedProperty().get() + (long) by, Math.min(1, count), count));
        }
    }

    private void refresh() {
        OverlayResult shown = desk.shownProperty().get();
        OverlaidComponent overlaid = shown == null ? null : shown.overlaid();
        int number = desk.selectedProperty().get();
        int count = overlaid == null ? 0 : overlaid.effects().size();
        root.setTop(shown == null ? null : bar);
        root.setCenter(shown == null ? nothing : diff.node());
        previous.setDisable(number <= 1);
        next.setDisable(number >= count);
        boolean fetchable = shown != null
                && (overlaid == null
                        ? !shown.unavailable().isEmpty()
                        : !overlaid.basis().isTrue());
        fetch.setVisible(fetchable);
        fetch.setManaged(fetchable);
        if (overlaid == null || number == 0 || number > count) {
            step.setText(shown == null ? "" : shown.component());
            verdict.setText(shown == null ? "" : shown.unavailable());
            StyleClasses.set(verdict, "label");
            whole.setText(verdict.getText());
        } else {
            step.setText(Wording.of("overlays.panel.step-of", shown.component(), number, count));
            OverlayEffect effect = overlaid.effects().get(number - 1);
            show(effect.verdict());
            whole.setText(effect.error().orElse(verdict.getText()));
        }
        showMatches(overlaid, number);
        diff.show(overlaid, number == 0 ? OverlayScope.ALL : OverlayScope.THIS_STEP, number);
    }

    /** What the regular expression matches, also where the overlay fails for want of a match. */
    private void showMatches(@Nullable OverlaidComponent overlaid, int number) {
        if (overlaid == null || number < 1 || number > overlaid.effects().size()) {
            matches.setText("");
            matching.cancel();
            return;
        }
        matching.ask(() -> words(overlaid, overlaid.effects().get(number - 1)), matches::setText);
    }

    private static String words(OverlaidComponent overlaid, OverlayEffect effect) {
        if (effect.overlay().regex().isEmpty() || !effect.isReached()) {
            return "";
        }
        var before = overlaid.application().steps().get(effect.step()).before();
        RegexMatches found =
                RegexMatches.of(effect.overlay(), before, overlaid.component().name() + ".spec");
        if (!found.lines().isEmpty()) {
            RegexMatches.Line first = found.lines().getFirst();
            int more = found.lines().size() - 1;
            return more > 0
                    ? Wording.of("overlays.panel.matches-lines", first.number(), more)
                    : Wording.of("overlays.panel.matches-line", first.number());
        }
        return found.nearest()
                .map(line -> Wording.of(
                        "overlays.panel.nearest-line",
                        line.number(),
                        line.text().strip()))
                .orElse(Wording.of("overlays.panel.matches-no-line"));
    }

    /** Tells whether the panel shows the newest state. */
    public boolean isSettled() {
        return matching.isSettled() && diff.isSettled();
    }

    private void show(OverlayVerdict now) {
        verdict.setText(now.text());
        StyleClasses.set(verdict, "label", Verdicts.styleClass(now.kind()));
    }

    private void drawn(OverlayDiff.Drawn result) {
        Optional<FileChange> shown = result.shown();
        file.setText(shown.map(FileChange::file).orElse(""));
        figures.setText(shown.map(change -> "+" + change.added() + " −" + change.removed())
                .orElse(""));
        // While an overlay is typed, its difference stays where the reader has it.
        String now = step.getText() + "\n" + file.getText();
        if (!now.equals(lookedAt)) {
            lookedAt = now;
            diff.view().goToChange(0);
        }
    }

    /** Ends what it works out. */
    public void close() {
        matching.close();
        diff.close();
    }
}
