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
import dev.milliner.workbench.words.Wording;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What rpm makes of a component before and after its overlays: what goes, and what comes. */
final class RpmPane {
    private static final String WHAT_TRUST_MEANS = Wording.of("overlays.rpm-pane.what-trust-means");

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
                text(Wording.of("overlays.rpm-pane.rpm-can-say"));
                rows.getChildren().add(Facts.row(trustButton()));
            }
            case RpmAnswer.Asking asking -> {
                heading();
                text(Wording.of("overlays.rpm-pane.rpm-reading-spec"));
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
                String with = evaluation.macros().words();
                text(evaluation
                        .macros()
                        .why()
                        .map(why -> Wording.of("overlays.rpm-pane.with-others", with, why))
                        .orElseGet(() -> Wording.of("overlays.rpm-pane.with", with)));
            }
        }
    }

    private Button trustButton() {
        Button button = new Button(Wording.of("overlays.rpm-pane.let-rpm-read"));
        button.setId("trustTree");
        button.getStyleClass().setAll("button", "plain-button", "small-button");
        button.setTooltip(new Tooltip(Wording.of("overlays.rpm-pane.ask-whether-tree")));
        button.setOnAction(event -> {
            if (choices.confirm(
                    Wording.of("overlays.rpm-pane.trust-tree"),
                    WHAT_TRUST_MEANS,
                    Wording.of("overlays.rpm-pane.trust-tree"))) {
                desk.trust();
            }
        });
        return button;
    }

    private void show(SpecEvaluationDifference difference, SpecAnswer after) {
        if (difference.isEmpty()) {
            text(
                    after instanceof SpecAnswer.Evaluated(SpecEvaluation evaluation)
                            ? Wording.of("overlays.rpm-pane.nothing-changes-counts", counts(evaluation))
                            : Wording.of("overlays.rpm-pane.nothing-changes-rpm"));
            return;
        }
        show(Wording.of("overlays.rpm-pane.packages"), difference.packages());
        show(Wording.of("overlays.rpm-pane.build-needs"), difference.buildRequires());
        for (SpecEvaluationDifference.Changed changed : difference.changed()) {
            text(changed.name());
            changed.facts().forEach((fact, delta) -> show(fact.word(), delta));
        }
    }

    private static String counts(SpecEvaluation evaluation) {
        return Wording.counted("count.package", evaluation.packages().size()) + ", "
                + Wording.counted(
                        "overlays.rpm-pane.requirements",
                        evaluation.buildRequires().size());
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
            text(Wording.of("overlays.rpm-pane.before-overlays", words(evaluation.before())));
            text(
                    evaluation.after() instanceof SpecAnswer.Evaluated(SpecEvaluation after)
                            ? Wording.of("overlays.rpm-pane.after-rpm-can", counts(after))
                            : Wording.of("overlays.rpm-pane.after", words(evaluation.after())));
        }
        evaluation.problem().map(Problem::place).ifPresent(place -> {
            Hyperlink link = new Hyperlink(place.file().substring(place.file().lastIndexOf('/') + 1) + ":"
                    + place.range().line());
            link.setOnAction(event -> goTo.accept(place));
            rows.getChildren().add(Facts.row(Wording.of("overlays.rpm-pane.caused-by"), link));
        });
    }

    private static String words(SpecAnswer answer) {
        return switch (answer) {
            case SpecAnswer.Evaluated evaluated -> "";
            case SpecAnswer.Unparsable(String message, String file, int line) ->
                line == 0
                        ? Wording.of("overlays.rpm-pane.rpm-cannot-read", file, message)
                        : Wording.of("overlays.rpm-pane.rpm-cannot-read-line", file, line, message);
            case SpecAnswer.None(String reason) -> reason;
        };
    }

    private void heading() {
        rows.getChildren().add(Facts.heading(Wording.of("overlays.rpm-pane.heading")));
    }

    private void text(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        rows.getChildren().add(Facts.row(label));
    }
}
