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
            heading("SOURCES");
            fact("from", overlaid.basis().label());
            fact("files", Integer.toString(overlaid.found().sources().files().size()));
            impact(overlaid.basis().isTrue() ? "ALL OVERLAYS TOGETHER" : "ALL THAT HAS CHANGED SINCE", whole(overlaid));
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
        heading("OVERLAY " + effect.number() + " · " + overlay.type().toUpperCase(Locale.ROOT));
        rows.getChildren().add(linkRow("in", overlay.place()));
        fact("layer", overlay.layer());
        fact("why", overlay.description().isEmpty() ? "no description" : overlay.description());
        fact("tag", overlay.tag());
        fact("value", overlay.value());
        fact("file", overlay.file());
        fact("archive", overlay.archive());
        fact("section", overlay.section());
        fact("package", overlay.packageName());
        fact("regex", overlay.regex());
        fact("replacement", overlay.replacement());
        fact(
                "lines",
                overlay.lines().isEmpty()
                        ? ""
                        : Integer.toString(overlay.lines().size()));
        fact("source", overlay.source().substring(overlay.source().lastIndexOf('/') + 1));
        fact("category", overlay.metadata().map(OverlayMetadata::category).orElse("none given"));
        fact("upstream", overlay.metadata().map(OverlayMetadata::upstreamStatus).orElse("unknown"));
        effect.error().ifPresent(error -> showFailure(overlaid, error));
        if (effect.isReached()) {
            var step = overlaid.application().steps().get(effect.step());
            impact("WHAT IT MEANS", Impact.between(overlaid.component().name() + ".spec", step.before(), step.after()));
        }
    }

    private void showFailure(OverlaidComponent overlaid, String error) {
        fact("fails", error);
        if (!overlaid.component().isLocal() && overlaid.basis().isTrue()) {
            Button button = new Button("Repair…");
            button.setId("repair");
            button.getStyleClass().setAll("button", "plain-button", "small-button");
            button.setTooltip(
                    new Tooltip("Finds overlays that do here what this one did on the version it was written for"));
            button.setOnAction(event -> repair.accept(overlaid.component()));
            rows.getChildren().add(Facts.row(button));
        }
    }

    private void impact(String title, Impact impact) {
        heading(title);
        if (impact.lines().isEmpty()) {
            fact("packages", "as before, by the spec's text");
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
        heading("PROBLEMS");
        for (Problem problem : problems) {
            Label text = new Label(problem.message());
            text.setWrapText(true);
            Region dot = new Region();
            dot.getStyleClass().addAll("dot", problem.severity().name().toLowerCase(Locale.ROOT));
            HBox row = Facts.row(dot, text);
            row.setOnMouseClicked(event -> goTo.accept(problem.place()));
            rows.getChildren().add(row);
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
