package dev.milliner.workbench.review;

import dev.milliner.review.Chapter;
import dev.milliner.review.Clash;
import dev.milliner.review.Clashes;
import dev.milliner.source.TreePaths;
import dev.milliner.text.Place;
import dev.milliner.workbench.base.Facts;
import dev.milliner.workbench.words.Wording;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What of the chosen item does not go together with the base as it is now. */
final class AgainstPane {
    private final VBox box;
    private final Consumer<Place> goTo;

    AgainstPane(VBox box, Consumer<Place> goTo) {
        this.box = box;
        this.goTo = goTo;
    }

    /** Shows it; nothing where it was not held against another state. */
    void show(@Nullable Chapter chapter, Optional<Clashes> against) {
        box.getChildren().clear();
        if (chapter == null || against.isEmpty()) {
            return;
        }
        List<Clash> its = against.get().of(chapter.title());
        box.getChildren()
                .add(Facts.heading(Wording.of(
                        "review.against-pane.against-now", against.get().onto())));
        if (its.isEmpty()) {
            String none = against.get().list().isEmpty()
                    ? against.get().words()
                    : Wording.of("review.against-pane.nothing-moved-against");
            box.getChildren().add(Facts.row(words("✓ " + none, "good")));
        }
        its.forEach(this::clash);
    }

    private void clash(Clash clash) {
        String sign = clash.kind().isSerious() ? "⚠ " : "";
        box.getChildren()
                .add(Facts.row(words(sign + clash.message(), clash.kind().isSerious() ? "error" : "warning")));
        box.getChildren().add(Facts.row(Wording.of("review.against-pane.here"), link(clash.ours())));
        box.getChildren().add(Facts.row(Wording.of("review.against-pane.there"), at(clash.theirs())));
    }

    private static Label words(String text, String styleClass) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(styleClass);
        return label;
    }

    private Region link(Place place) {
        Hyperlink link = new Hyperlink(shown(place));
        link.setTooltip(new Tooltip(place.file()));
        link.setOnAction(event -> goTo.accept(place));
        return link;
    }

    private static Region at(Place place) {
        Label label = new Label(shown(place));
        label.setTooltip(new Tooltip(place.file()));
        label.getStyleClass().add("second");
        return label;
    }

    private static String shown(Place place) {
        return TreePaths.name(place.file()) + ":" + place.range().line();
    }
}
