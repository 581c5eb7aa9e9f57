package dev.milliner.workbench.editor;

import dev.milliner.workbench.base.Shortened;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.fxmisc.richtext.CodeArea;

/** Says above the text in which table, under which key or in which section the caret stands. */
final class Breadcrumb implements EditorFeature {
    private final HBox bar = new HBox();
    private final EditorSurface surface;
    private final Highlighter lines;
    private List<String> shown = List.of();

    /**
     * Makes it.
     *
     * @param lines knows which lines begin inside of a value
     */
    Breadcrumb(EditorSurface surface, Highlighter lines) {
        this.surface = surface;
        this.lines = lines;
        bar.getStyleClass().add("breadcrumb");
    }

    @Override
    public void install(EditorSurface on) {
        on.head().getChildren().addFirst(bar);
        caretMoved();
    }

    @Override
    public void caretMoved() {
        CodeArea area = surface.area();
        List<String> names = Outline.at(
                surface.language(),
                area.getCurrentParagraph(),
                line -> area.getParagraph(line).getText(),
                line -> lines.stateBefore(line) != 0);
        List<String> all =
                Stream.concat(Stream.of(surface.file().path()), names.stream()).toList();
        if (!all.equals(shown)) {
            shown = all;
            draw();
        }
    }

    private void draw() {
        bar.getChildren().clear();
        for (String name : shown) {
            if (!bar.getChildren().isEmpty()) {
                bar.getChildren().add(label("›"));
            }
            bar.getChildren().add(label(name));
        }
        bar.getChildren().getLast().getStyleClass().add("last");
    }

    private static Label label(String text) {
        Label label = new Label(text);
        return text.length() > 1 ? Shortened.inMiddle(label) : label;
    }
}
