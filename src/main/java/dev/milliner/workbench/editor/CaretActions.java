package dev.milliner.workbench.editor;

import dev.milliner.language.CodeAction;
import dev.milliner.language.Document;
import dev.milliner.language.HoverPart;
import dev.milliner.language.LanguageService;
import dev.milliner.language.Rename;
import dev.milliner.language.RenameAnswer;
import dev.milliner.language.Span;
import dev.milliner.language.Symbol;
import dev.milliner.text.Place;
import dev.milliner.text.TextEdit;
import dev.milliner.workbench.editor.ChoicePopup.Choice;
import dev.milliner.workbench.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** What can be asked and done at the caret: going to what is named, renaming, putting right, going about the file. */
public final class CaretActions implements EditorFeature {
    private final EditorArea area;
    private final LanguageDesk desk;
    private final Hovering hovering;
    private final CaretQuestions questions;
    private final ChoicePopup choices = new ChoicePopup();
    private final RenamePopup renaming = new RenamePopup();
    private final HoverCard peeked;
    private final SceneCard peek;

    CaretActions(EditorSurface surface, LanguageDesk desk, Hovering hovering) {
        this.desk = desk;
        this.hovering = hovering;
        area = surface.area();
        questions = new CaretQuestions(surface.file(), desk);
        peeked = new HoverCard(desk::goTo);
        peeked.getStyleClass().add("alone");
        peek = new SceneCard(peeked);
    }

    @Override
    public void install(EditorSurface on) {
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> peek.hide());
        area.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isControlDown()) {
                goToDefinition();
            }
        });
    }

    @Override
    public void edited(TextEdit edit) {
        questions.edited();
    }

    private Bounds caret() {
        return area.getCaretBounds().orElseGet(() -> new BoundingBox(0, 0, 0, 0));
    }

    /** Says what stands at the caret. */
    public void explain() {
        hovering.atCaret();
    }

    /** Goes to where that is defined which stands at the caret. */
    public void goToDefinition() {
        int offset = area.getCaretPosition();
        questions.ask((known, document) -> known.service().definition(document, offset), places -> {
            if (places.isEmpty()) {
                desk.tell(Wording.of("editor.caret-actions.not-defined"));
            } else if (places.size() == 1) {
                desk.goTo(places.getFirst());
            } else {
                choices.show(
                        area,
                        caret(),
                        Wording.of("editor.caret-actions.defined-several-places"),
                        rows(places, List.of()));
            }
        });
    }

    /** Lists everywhere that is named which stands at the caret. */
    public void findReferences() {
        int offset = area.getCaretPosition();
        record Named(List<Place> places, List<String> lines) {}
        questions.ask(
                (known, document) -> {
                    List<Place> places = known.service().references(document, offset);
                    return new Named(places, PlaceLines.each(known, document, places));
                },
                named -> {
                    if (named.places().isEmpty()) {
                        desk.tell(Wording.of("editor.caret-actions.not-used-elsewhere"));
                    } else {
                        String prompt = Wording.counted(
                                "editor.caret-actions.places-name",
                                named.places().size());
                        choices.show(area, caret(), prompt, rows(named.places(), named.lines()));
                    }
                });
    }

    private List<Choice> rows(List<Place> places, List<String> lines) {
        List<Choice> rows = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            String where = place.file() + ":" + place.range().line();
            String words = i < lines.size() ? lines.get(i) : where;
            rows.add(new Choice(words, i < lines.size() ? where : "", () -> desk.goTo(place)));
        }
        return rows;
    }

    /** Shows where that is defined which stands at the caret, without going there. */
    public void peekDefinition() {
        int offset = area.getCaretPosition();
        record Seen(Place place, String lines) {}
        questions.ask(
                (known, document) -> known.service().definition(document, offset).stream()
                        .findFirst()
                        .map(place -> new Seen(place, PlaceLines.around(known, document, place))),
                seen -> seen.ifPresentOrElse(
                        found -> {
                            String where = found.place().file() + ":"
                                    + found.place().range().line();
                            peeked.show(where, List.of(new HoverPart.Code("", found.lines())));
                            peek.show(area, caret());
                        },
                        () -> desk.tell(Wording.of("editor.caret-actions.not-defined"))));
    }

    /** Gives what stands at the caret another name, everywhere. */
    public void rename() {
        int offset = area.getCaretPosition();
        questions.ask(
                (known, document) -> known.service().prepareRename(document, offset),
                found -> found.ifPresentOrElse(
                        name -> ask(name, offset), () -> desk.tell(Wording.of("editor.caret-actions.not-renamed"))));
    }

    private void ask(Rename name, int offset) {
        renaming.ask(
                area,
                caret(),
                name.name(),
                given -> questions.ask(
                        (known, document) -> known.service().rename(document, offset, given), this::renamed));
    }

    private void renamed(RenameAnswer answer) {
        switch (answer) {
            case RenameAnswer.Edits edits -> {
                renaming.hide();
                desk.apply(edits.edit());
            }
            case RenameAnswer.Refusal refusal -> renaming.refuse(refusal.reason());
        }
    }

    /** Lists what puts right, or makes better, what stands at the caret. */
    public void fix() {
        int line = area.getCurrentParagraph();
        Span span = new Span(
                area.getAbsolutePosition(line, 0), area.getAbsolutePosition(line, area.getParagraphLength(line)));
        questions.ask(
                (known, document) -> known.service().actions(document, span, known.problems(document.path())),
                this::offer);
    }

    private void offer(List<CodeAction> actions) {
        if (actions.isEmpty()) {
            desk.tell(Wording.of("editor.caret-actions.nothing-to-put-right"));
            return;
        }
        choices.show(
                area,
                caret(),
                Wording.of("editor.caret-actions.put-right"),
                actions.stream()
                        .map(action -> new Choice(
                                action.title(),
                                action.problem()
                                        .map(problem -> problem.message())
                                        .orElse(""),
                                () -> desk.apply(action.edit())))
                        .toList());
    }

    /** Lists what the file holds, to go to. */
    public void outline() {
        questions.ask((known, document) -> flat(known.service(), document), rows -> {
            if (rows.isEmpty()) {
                desk.tell(Wording.of("editor.caret-actions.no-outline"));
            } else {
                choices.show(area, top(), Wording.of("editor.caret-actions.go-part-file"), rows);
            }
        });
    }

    private Bounds top() {
        Bounds whole = area.localToScreen(area.getLayoutBounds());
        return new BoundingBox(whole.getMinX() + whole.getWidth() / 4, whole.getMinY(), 0, 0);
    }

    private List<Choice> flat(LanguageService service, Document document) {
        return service.outline(document).stream()
                .flatMap(symbol -> flat(symbol, ""))
                .toList();
    }

    private Stream<Choice> flat(Symbol symbol, String indent) {
        Choice own = new Choice(indent + symbol.name(), symbol.detail(), () -> desk.goTo(symbol.place()));
        return Stream.concat(Stream.of(own), symbol.children().stream().flatMap(child -> flat(child, indent + "    ")));
    }

    @Override
    public void close() {
        questions.close();
        choices.hide();
        renaming.hide();
        peek.hide();
    }
}
