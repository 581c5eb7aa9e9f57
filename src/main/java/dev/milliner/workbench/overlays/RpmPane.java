package dev.milliner.workbench.overlays;

import dev.milliner.build.evaluate.ComponentEvaluation;
import dev.milliner.build.evaluate.Delta;
import dev.milliner.build.evaluate.SpecAnswer;
import dev.milliner.build.evaluate.SpecEvaluation;
import dev.milliner.build.evaluate.SpecEvaluationDifference;
import dev.milliner.distro.Problem;
import dev.milliner.text.Place;
import dev.milliner.workbench.base.Choices;
import dev.milliner.workbench.base.Facts;
import dev.milliner.workbench.base.Words;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What rpm makes of a component before and after its overlays: what goes, and what comes. */
final class RpmPane {
    private static final String WHAT_TRUST_MEANS =
            "A spec can run commands as soon as rpm reads it. They get no network, can write to nothing but memory of their"
                    + " own, and are ended after 20 seconds. Milliner asks once for each tree.";

    private final RpmDesk desk;
    private final Choices choices;
    private final Consumer<Place> goTo;
    private final VBox rows = new VBox();

    RpmPane(RpmDesk desk, Choices choices, Consumer<Place> goTo) {
        this.desk = desk;
        this.choices = choices;
        this.goTo = goTo;
        rows.setId("rpm");
        desk.answerProperty().subscribe(this::showAnswer);
    }

    VBox node() {
        return rows;
    }

    private void showAnswer(RpmAnswer answer) {
        rows.getChildren().clear();
        switch (answer) {
            case RpmAnswer.Nothing nothing -> {}
            case RpmAnswer.Untrusted untrusted -> {
                heading();
                text("rpm can say which packages, dependencies and files change. It reads the spec for that.");
                rows.getChildren().add(Facts.row(trustButton()));
            }
            case RpmAnswer.Asking asking -> {
                heading();
                text("rpm is reading the spec…");
            }
            case RpmAnswer.Unavailable(String reason) -> {
                heading();
                text(reason);
            }
            case RpmAnswer.Told(ComponentEvaluation evaluation) -> {
                heading();
                evaluation
                        .difference()
                        .ifPresentOrElse(
                                difference -> show(difference, evaluation.after()), () -> showFailure(evaluation));
                text("With " + evaluation.macros().words() + "."
                        + evaluation
                                .macros()
                                .why()
                                .map(why -> " The distro's own are not used: " + why + ".")
                                .orElse(""));
            }
        }
    }

    private Button trustButton() {
        Button button = new Button("Let rpm read its specs…");
        button.setId("trustTree");
        button.getStyleClass().setAll("button", "plain-button", "small-button");
        button.setTooltip(new Tooltip("Ask whether this tree is trusted, then rpm"));
        button.setOnAction(event -> {
            if (choices.confirm("Trust this tree", WHAT_TRUST_MEANS, "Trust this tree")) {
                desk.trust();
            }
        });
        return button;
    }

    private void show(SpecEvaluationDifference difference, SpecAnswer after) {
        if (difference.isEmpty()) {
            text("Nothing changes for rpm" + counts(after) + ".");
            return;
        }
        show("packages", difference.packages());
        show("build needs", difference.buildRequires());
        for (SpecEvaluationDifference.Changed changed : difference.changed()) {
            text(changed.name());
            changed.facts().forEach((fact, delta) -> show(fact.word(), delta));
        }
    }

    private static String counts(SpecAnswer after) {
        return after instanceof SpecAnswer.Evaluated(SpecEvaluation evaluation)
                ? ": " + Words.count(evaluation.packages().size(), "package") + ", "
                        + Words.count(evaluation.buildRequires().size(), "build requirement")
                : "";
    }

    private void show(String what, Delta delta) {
        String name = what;
        for (String gone : delta.gone()) {
            change(name, "− " + gone, "error");
            name = "";
        }
        for (String added : delta.added()) {
            change(name, "+ " + added, "good");
            name = "";
        }
    }

    private void change(String name, String text, String style) {
        Label value = new Label(text);
        value.getStyleClass().addAll("value", style);
        value.setMinHeight(Region.USE_PREF_SIZE);
        rows.getChildren().add(Facts.row(name, value));
    }

    private void showFailure(ComponentEvaluation evaluation) {
        if (evaluation.before() instanceof SpecAnswer.Evaluated) {
            text(words(evaluation.after()));
        } else {
            text("Before the overlays: " + words(evaluation.before()));
            text("After: "
                    + (evaluation.after() instanceof SpecAnswer.Evaluated
                            ? "rpm can read it" + counts(evaluation.after()) + "."
                            : words(evaluation.after())));
        }
        evaluation.problem().map(Problem::place).ifPresent(place -> {
            Hyperlink link = new Hyperlink(place.file().substring(place.file().lastIndexOf('/') + 1) + ":"
                    + place.range().line());
            link.setOnAction(event -> goTo.accept(place));
            rows.getChildren().add(Facts.row("by", link));
        });
    }

    private static String words(SpecAnswer answer) {
        return switch (answer) {
            case SpecAnswer.Evaluated evaluated -> "";
            case SpecAnswer.Unparsable(String message, String file, int line) ->
                "rpm cannot read " + file + (line == 0 ? "" : ", line " + line) + ": " + message;
            case SpecAnswer.None(String reason) -> reason;
        };
    }

    private void heading() {
        rows.getChildren().add(Facts.heading("WHAT RPM MAKES OF IT"));
    }

    private void text(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        rows.getChildren().add(Facts.row(label));
    }
}
