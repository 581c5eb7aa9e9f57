package dev.milliner.workbench.editor;

import dev.milliner.text.TextEdit;
import dev.milliner.workbench.base.Shortened;
import dev.milliner.workbench.editor.ChoicePopup.Choice;
import dev.milliner.workbench.words.Wording;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Says above the text in which table, under which key or in which section the caret stands; each lists what stands beside it. */
final class Breadcrumb implements EditorFeature {
    private final HBox bar = new HBox();
    private final EditorSurface surface;
    private final EditorArea area;
    private final Highlighter lines;
    private final LanguageDesk desk;
    private final CaretQuestions questions;
    private final ChoicePopup choices = new ChoicePopup();
    private List<String> shown = List.of();

    /**
     * Makes it.
     *
     * @param lines knows which lines begin inside of a value
     */
    Breadcrumb(EditorSurface surface, Highlighter lines, LanguageDesk desk) {
        this.surface = surface;
        this.lines = lines;
        this.desk = desk;
        area = surface.area();
        questions = new CaretQuestions(surface.file(), desk);
        bar.getStyleClass().add("breadcrumb");
    }

    @Override
    public void install(EditorSurface on) {
        on.head().getChildren().addFirst(bar);
        caretMoved();
    }

    @Override
    public void edited(TextEdit edit) {
        questions.edited();
    }

    @Override
    public void caretMoved() {
        List<String> names = Outline.at(
                surface.language(), area.getCurrentParagraph(), area::text, line -> lines.stateBefore(line) != 0);
        List<String> all =
                Stream.concat(Stream.of(surface.file().path()), names.stream()).toList();
        if (!all.equals(shown)) {
            shown = all;
            draw();
        }
    }

    private void draw() {
        bar.getChildren().clear();
        for (int i = 0; i < shown.size(); i++) {
            if (i > 0) {
                bar.getChildren().add(new Label("›"));
            }
            bar.getChildren().add(crumb(i));
        }
        bar.getChildren().getLast().getStyleClass().add("last");
    }

    private Label crumb(int index) {
        String name = shown.get(index);
        Label label = new Label(name);
        label.getStyleClass().add("crumb");
        label.setOnMouseClicked(event -> open(index, label));
        return name.length() > 1 ? Shortened.inMiddle(label) : label;
    }

    /** Lists what stands beside the innermost part around the caret, to go to. */
    void open() {
        open(shown.size() - 1, bar.getChildren().getLast());
    }

    /** The file has the parts on top, the table its neighbours, and the key the keys of its table. */
    private void open(int index, Node crumb) {
        int line = index == 0 ? 0 : area.getCurrentParagraph() + 1;
        if (index > 1) {
            choose(crumb, Siblings.keys(surface, lines, line - 1));
            return;
        }
        questions.ask(
                (known, document) -> Siblings.of(known.service().outline(document), line),
                found -> choose(crumb, found));
    }

    private void choose(Node crumb, Siblings found) {
        if (found.all().isEmpty()) {
            desk.tell(Wording.of("editor.breadcrumb.no-outline"));
            return;
        }
        List<Choice> rows = found.all().stream()
                .map(one -> new Choice(one.name(), one.detail(), () -> desk.goTo(one.place())))
                .toList();
        choices.show(
                area,
                crumb.localToScreen(crumb.getLayoutBounds()),
                Wording.of("editor.breadcrumb.go-part-beside"),
                rows,
                found.own());
    }

    @Override
    public void close() {
        questions.close();
        choices.hide();
    }
}
