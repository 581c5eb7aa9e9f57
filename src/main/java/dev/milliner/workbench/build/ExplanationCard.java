package dev.milliner.workbench.build;

import dev.milliner.build.explain.Explanation;
import dev.milliner.build.explain.FaultPlace;
import dev.milliner.build.explain.Finding;
import dev.milliner.workbench.words.Wording;
import dev.milliner.workbench.words.Words;
import java.util.Optional;
import java.util.function.LongConsumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Says at the top of a failed build why it failed, with a link to the log's line. */
final class ExplanationCard {
    private ExplanationCard() {}

    /** The card; empty where the log tells nothing. */
    static Optional<VBox> of(Explanation explanation, LongConsumer jump) {
        return explanation.cause().map(cause -> card(cause, explanation.lines().getFirst(), jump));
    }

    private static VBox card(Finding finding, long line, LongConsumer jump) {
        Label cause = new Label(
                finding.certain()
                        ? finding.cause()
                        : Wording.of("build.explanation-card.not-certain", finding.cause()));
        cause.setId("buildCause");
        Label fix = new Label(
                finding.fix() + finding.place().map(ExplanationCard::at).orElse(""));
        fix.getStyleClass().add("second");
        Hyperlink link = new Hyperlink(Wording.of("build.explanation-card.line-log", Words.number(line)));
        link.setId("buildCauseLine");
        link.setOnAction(event -> jump.accept(line));
        VBox texts = new VBox(4, cause, fix, link);
        texts.setFillWidth(true);
        cause.setWrapText(true);
        fix.setWrapText(true);
        HBox box = new HBox(texts);
        HBox.setHgrow(texts, javafx.scene.layout.Priority.ALWAYS);
        box.getStyleClass().add("notice");
        return new VBox(box);
    }

    private static String at(FaultPlace place) {
        return "  ·  " + place;
    }
}
