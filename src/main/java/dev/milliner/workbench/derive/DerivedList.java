package dev.milliner.workbench.derive;

import dev.milliner.overlay.Change;
import dev.milliner.overlay.derive.OverlayTable;
import dev.milliner.overlay.derive.Traces.Stretch;
import dev.milliner.workbench.base.Fxml;
import dev.milliner.workbench.words.Wording;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/** The overlays that lead to the edited result, why each is there, what none reaches, and the ways to write them. */
final class DerivedList {
    private static final String NOTHING = Wording.of("derive.derived-list.nothing-edited");

    @FXML
    private BorderPane root;

    @FXML
    private Label heading;

    @FXML
    private Label basis;

    @FXML
    private Label state;

    @FXML
    private VBox cards;

    @FXML
    private MenuButton write;

    @FXML
    private MenuItem inline;

    @FXML
    private MenuItem overlayFile;

    @FXML
    private Button discard;

    private final IntConsumer goTo;
    private final Map<Change, Change> chosen = new HashMap<>();
    private Reasons reasons = Reasons.NONE;
    private String unreached = "";

    /**
     * Makes one with no overlays.
     *
     * @param goTo told the line of the result to go to, from 0
     * @param writeInline run when the overlays are to be written where the component is defined
     * @param writeFile run when they are to be written into an overlay file
     * @param giveUp run when the edits are to be given up
     */
    DerivedList(IntConsumer goTo, Runnable writeInline, Runnable writeFile, Runnable giveUp) {
        this.goTo = goTo;
        Fxml.load("derive/derived.fxml", this);
        inline.setOnAction(event -> writeInline.run());
        overlayFile.setOnAction(event -> writeFile.run());
        discard.setOnAction(event -> giveUp.run());
        unavailable("");
    }

    BorderPane node() {
        return root;
    }

    Reasons reasons() {
        return reasons;
    }

    /** The overlays in the forms that were chosen for them. */
    List<Change> chosen() {
        return reasons.changes().stream().map(this::form).toList();
    }

    private Change form(Change derived) {
        return chosen.getOrDefault(derived, derived);
    }

    /** What no overlay reaches, in a sentence; empty where there is nothing. */
    String unreached() {
        return unreached;
    }

    /** Shows on what the overlays stand. */
    void showBasis(String label) {
        basis.setText(Wording.of("derive.derived-list.behind-present-overlays", label));
        basis.setVisible(!label.isEmpty());
        basis.setManaged(!label.isEmpty());
    }

    /** Shows that nothing can be edited, and why. */
    void unavailable(String why) {
        reasons = Reasons.NONE;
        chosen.clear();
        unreached = "";
        heading.setText(Wording.of("derive.derived-list.new-overlays"));
        showBasis("");
        cards.getChildren().clear();
        say(why, "second");
        write.setDisable(true);
        write.setText(Wording.of("derive.derived-list.write"));
        discard.setDisable(true);
    }

    /** Says whether overlays can be written where the component is defined. */
    void offerInline(boolean last) {
        inline.setDisable(!last);
        inline.setText(
                last
                        ? Wording.of("derive.derived-list.where-component-defined")
                        : Wording.of("derive.derived-list.where-component-defined-overlay"));
    }

    /** Lets nothing be written until the overlays are those of the text. */
    void await() {
        write.setDisable(true);
    }

    /** Shows the overlays; they are not to be written while something stands against it. */
    void show(ResultText.Answer answer, boolean edited, String obstacle) {
        List<Change> changes = answer.derived().changes();
        boolean same = changes.equals(reasons.changes());
        unreached = answer.derived().exact()
                ? ""
                : Wording.of(
                        "derive.derived-list.no-overlay-reaches",
                        words(answer.traces().unreached()));
        reasons = reasons.carriedTo(changes);
        chosen.keySet().retainAll(changes);
        heading.setText(
                changes.isEmpty()
                        ? Wording.of("derive.derived-list.new-overlays")
                        : Wording.counted("derive.derived-list.count", changes.size())
                                .toUpperCase(java.util.Locale.ROOT));
        // The fields stay while only lines have moved, and the caret in them.
        if (!same || cards.getChildren().isEmpty() || !cards.isFocusWithin()) {
            fill(answer);
        }
        sayState(edited, obstacle);
        write.setText(
                changes.isEmpty()
                        ? Wording.of("derive.derived-list.write")
                        : Wording.counted("derive.derived-list.write-overlays", changes.size()));
        write.setDisable(changes.isEmpty() || !obstacle.isEmpty());
        discard.setDisable(!edited);
    }

    private void fill(ResultText.Answer answer) {
        cards.getChildren().clear();
        for (int i = 0; i < reasons.changes().size(); i++) {
            int index = i;
            Change derived = reasons.changes().get(i);
            OverlayCard card = new OverlayCard(
                    i + 1,
                    OverlayTable.of(form(derived)),
                    answer.traces().overlays().get(i),
                    goTo);
            card.offerForms(others(derived, answer.forms().get(i)), form -> {
                chosen.put(derived, form);
                fill(answer);
            });
            card.askWhy(i + 1, reasons.reasons().get(i), reason -> reasons = reasons.with(index, reason));
            cards.getChildren().add(card);
        }
    }

    /** The forms that it does not have now, its own first one too. */
    private List<Change> others(Change derived, List<Change> forms) {
        return Stream.concat(Stream.of(derived), forms.stream())
                .filter(form -> !form.equals(form(derived)))
                .toList();
    }

    private void sayState(boolean edited, String obstacle) {
        if (!obstacle.isEmpty()) {
            say(obstacle, "warning");
        } else if (!unreached.isEmpty()) {
            say(unreached, "warning");
        } else if (edited) {
            say(Wording.of("derive.derived-list.proved"), "good");
        } else {
            say(NOTHING, "second");
        }
    }

    private static String words(List<Stretch> stretches) {
        return stretches.stream().map(DerivedList::words).collect(Collectors.joining(", "));
    }

    private static String words(Stretch stretch) {
        int line = stretch.line() + 1;
        return switch (stretch.lines()) {
            case 0 -> Wording.of("derive.derived-list.removed-above", line);
            case 1 -> Wording.of("derive.derived-list.line", line);
            default -> Wording.of("derive.derived-list.lines", line, stretch.line() + stretch.lines());
        };
    }

    private void say(String text, String styleClass) {
        state.setText(text);
        state.getStyleClass().setAll("label", styleClass);
        state.setVisible(!text.isEmpty());
        state.setManaged(!text.isEmpty());
    }
}
