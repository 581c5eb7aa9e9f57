package dev.milliner.workbench.overlays;

import dev.milliner.distro.Component;
import dev.milliner.distro.Overlay;
import dev.milliner.distro.OverlayMetadata;
import dev.milliner.distro.Problem;
import dev.milliner.text.Place;
import dev.milliner.upstream.Impact;
import dev.milliner.upstream.OverlaidComponent;
import dev.milliner.upstream.OverlayEffect;
import dev.milliner.workbench.base.Facts;
import dev.milliner.workbench.words.Wording;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What is to be known of the selected overlay: its values, what it means, what is wrong with it. */
final class OverlayDetails {
    private final VBox rows = new VBox();
    private final Consumer<Place> goTo;
    private final Consumer<Component> repair;

    /**
     * Shows nothing.
     *
     * @param goTo goes to a place
     * @param repair has the overlays of a component repaired
     */
    OverlayDetails(Consumer<Place> goTo, Consumer<Component> repair) {
        this.goTo = goTo;
        this.repair = repair;
    }

    VBox node() {
        return rows;
    }

    void show(OverlaidComponent overlaid, int number, List<Problem> problems) {
        rows.getChildren().clear();
        if (number >= 1 && number <= overlaid.effects().size()) {
            showOverlay(overlaid, overlaid.effects().get(number - 1));
        } else {
            heading(Wording.of("overlays.details.sources"));
            fact(Wording.of("overlays.details.from"), overlaid.basis().label());
            fact(
                    Wording.of("overlays.details.files"),
                    Integer.toString(overlaid.found().sources().files().size()));
            impact(
                    overlaid.basis().isTrue()
                            ? Wording.of("overlays.details.all-overlays-together")
                            : Wording.of("overlays.details.all-changed-since"),
                    whole(overlaid));
        }
        showProblems(problems);
    }

    private static Impact whole(OverlaidComponent overlaid) {
        return Impact.between(
                overlaid.component().name() + ".spec",
                overlaid.application().original(),
                overlaid.application().result());
    }

    private void showOverlay(OverlaidComponent overlaid, OverlayEffect effect) {
        Overlay overlay = effect.overlay();
        heading(Wording.of(
                "overlays.details.overlay", effect.number(), overlay.type().toUpperCase(Locale.ROOT)));
        rows.getChildren().add(linkRow(Wording.of("overlays.details.in"), overlay.place()));
        fact(Wording.of("overlays.details.layer"), overlay.layer());
        fact(
                Wording.of("overlays.details.why"),
                overlay.description().isEmpty()
                        ? Wording.of("overlays.details.no-description")
                        : overlay.description());
        fact(Wording.of("overlays.details.tag"), overlay.tag());
        fact(Wording.of("overlays.details.value"), overlay.value());
        fact(Wording.of("overlays.details.file"), overlay.file());
        fact(Wording.of("overlays.details.archive"), overlay.archive());
        fact(Wording.of("overlays.details.section"), overlay.section());
        fact(Wording.of("overlays.details.package"), overlay.packageName());
        fact(Wording.of("overlays.details.regex"), overlay.regex());
        fact(Wording.of("overlays.details.replacement"), overlay.replacement());
        fact(
                Wording.of("overlays.details.lines"),
                overlay.lines().isEmpty()
                        ? ""
                        : Integer.toString(overlay.lines().size()));
        fact(
                Wording.of("overlays.details.source"),
                overlay.source().substring(overlay.source().lastIndexOf('/') + 1));
        fact(
                Wording.of("overlays.details.category"),
                overlay.metadata().map(OverlayMetadata::category).orElse(Wording.of("overlays.details.none-given")));
        fact(
                Wording.of("overlays.details.upstream"),
                overlay.metadata().map(OverlayMetadata::upstreamStatus).orElse(Wording.of("overlays.details.unknown")));
        effect.error().ifPresent(error -> showFailure(overlaid, error));
        if (effect.isReached()) {
            var step = overlaid.application().steps().get(effect.step());
            impact(
                    Wording.of("overlays.details.what-it-means"),
                    Impact.between(overlaid.component().name() + ".spec", step.before(), step.after()));
        }
    }

    private void showFailure(OverlaidComponent overlaid, String error) {
        fact(Wording.of("overlays.details.fails"), error);
        if (!overlaid.component().isLocal() && overlaid.basis().isTrue()) {
            Button button = new Button(Wording.of("overlays.details.repair"));
            button.setId("repair");
            button.getStyleClass().setAll("button", "plain-button", "small-button");
            button.setTooltip(new Tooltip(Wording.of("overlays.details.finds-overlays-do")));
            button.setOnAction(event -> repair.accept(overlaid.component()));
            rows.getChildren().add(Facts.row(button));
        }
    }

    private void impact(String title, Impact impact) {
        heading(title);
        if (impact.lines().isEmpty()) {
            fact(Wording.of("overlays.details.packages"), Wording.of("overlays.details.before-specs-text"));
        }
        for (Impact.Line line : impact.lines()) {
            Label value = new Label((line.added() ? "+ " : "− ") + line.value());
            value.getStyleClass().addAll("value", line.added() ? "good" : "error");
            rows.getChildren().add(Facts.row(line.subject(), value));
        }
    }

    private void showProblems(List<Problem> problems) {
        if (problems.isEmpty()) {
            return;
        }
        heading(Wording.of("overlays.details.problems"));
        for (Problem problem : problems) {
            Label text = new Label(problem.message());
            text.setWrapText(true);
            Region dot = new Region();
            dot.getStyleClass().addAll("dot", problem.severity().name().toLowerCase(Locale.ROOT));
            HBox row = Facts.row(dot, text);
            row.setAccessibleText(problem.message());
            rows.getChildren().add(Facts.pressable(row, () -> goTo.accept(problem.place())));
        }
    }

    private void heading(String title) {
        rows.getChildren().add(Facts.heading(title));
    }

    private void fact(String name, String value) {
        if (!value.isEmpty()) {
            rows.getChildren().add(Facts.fact(name, value));
        }
    }

    private Node linkRow(String name, Place place) {
        Hyperlink link = new Hyperlink(place.file().substring(place.file().lastIndexOf('/') + 1) + ":"
                + place.range().line());
        link.setOnAction(event -> goTo.accept(place));
        return Facts.row(name, link);
    }
}
