package dev.milliner.workbench.drop;

import dev.milliner.workbench.words.Wording;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Says over the window what dropping would do. The mouse goes through it. */
final class DropVeil {
    private static final int MOST = 5;

    private final StackPane over;
    private final VBox words = new VBox();
    private final StackPane veil = new StackPane(words);

    DropVeil(StackPane over) {
        this.over = over;
        words.setId("drop-words");
        words.getStyleClass().add("palette");
        words.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        veil.setId("drop-veil");
        veil.setMouseTransparent(true);
    }

    /** Shows it with sentences. */
    void show(List<String> sentences) {
        List<String> shown = sentences.stream().distinct().toList();
        words.getChildren()
                .setAll(shown.stream().limit(MOST).map(DropVeil::line).toList());
        if (shown.size() > MOST) {
            words.getChildren().add(line(Wording.of("drop.veil.more", shown.size() - MOST)));
        }
        if (veil.getParent() == null) {
            over.getChildren().add(veil);
        }
    }

    private static Label line(String sentence) {
        Label label = new Label(sentence);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    void hide() {
        over.getChildren().remove(veil);
    }
}
