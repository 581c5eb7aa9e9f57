package dev.milliner.workbench.editor;

import dev.milliner.language.Hover;
import dev.milliner.text.TextEdit;
import dev.milliner.workbench.base.Later;
import dev.milliner.workbench.base.Rest;
import dev.milliner.workbench.words.Wording;
import java.time.Duration;
import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** Says what stands where the mouse rests, or the caret where it is asked for. */
final class Hovering implements EditorFeature {
    private static final double AROUND = 12;
    private static final Duration REST = Duration.ofMillis(450);

    private final EditorSurface surface;
    private final EditorArea area;
    private final LanguageDesk desk;
    private final HoverCard card;
    private final Later later = new Later(Wording.of("activity.hover"));
    private final Rest rest = new Rest(REST, this::askAtMouse);
    private final SceneCard popup;
    private Point2D mouse = Point2D.ZERO;
    private Optional<Hover> shown = Optional.empty();
    private int version;

    Hovering(EditorSurface surface, LanguageDesk desk) {
        this.surface = surface;
        this.desk = desk;
        area = surface.area();
        card = new HoverCard(desk::goTo);
        card.getStyleClass().add("alone");
        popup = new SceneCard(card);
    }

    @Override
    public void install(EditorSurface on) {
        area.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        area.addEventHandler(MouseEvent.MOUSE_EXITED, event -> rest.end());
        area.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> hide());
        area.addEventFilter(ScrollEvent.SCROLL, event -> hide());
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> hide());
    }

    private void moved(MouseEvent event) {
        mouse = new Point2D(event.getX(), event.getY());
        boolean away = shown.filter(hover -> offsetAtMouse()
                        .filter(offset -> hover.span().touches(offset))
                        .isPresent())
                .isEmpty();
        if (popup.isShowing() && away) {
            hide();
        }
        if (!popup.isShowing()) {
            rest.begin();
        }
    }

    /** The place in the text below the mouse; empty where no text is. */
    private Optional<Integer> offsetAtMouse() {
        if (!area.lines().isOnText(mouse.getX(), mouse.getY())) {
            return Optional.empty();
        }
        return Optional.of(area.lines().placeAt(mouse.getX(), mouse.getY()));
    }

    private void askAtMouse() {
        offsetAtMouse()
                .ifPresent(offset -> ask(
                        offset,
                        area.localToScreen(new BoundingBox(mouse.getX(), mouse.getY() - AROUND, 0, 2 * AROUND))));
    }

    /** Says what stands at the caret. */
    void atCaret() {
        area.getCaretBounds().ifPresent(caret -> ask(area.getCaretPosition(), caret));
    }

    private void ask(int offset, Bounds beside) {
        int at = version;
        desk.known()
                .ifPresent(known -> later.ask(
                        () -> known.service().hover(LanguageDesk.document(surface.file(), at), offset), hover -> {
                            if (at == version) {
                                hover.ifPresent(found -> show(found, beside));
                            }
                        }));
    }

    private void show(Hover hover, Bounds at) {
        if (area.getScene() != null && area.getScene().getWindow().isFocused()) {
            shown = Optional.of(hover);
            card.show(hover.title(), hover.parts());
            popup.show(area, at);
        }
    }

    private void hide() {
        rest.end();
        later.cancel();
        popup.hide();
        shown = Optional.empty();
    }

    @Override
    public void edited(TextEdit edit) {
        version++;
    }

    @Override
    public void close() {
        hide();
        later.close();
    }
}
