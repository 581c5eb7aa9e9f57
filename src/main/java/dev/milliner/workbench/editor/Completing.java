package dev.milliner.workbench.editor;

import dev.milliner.language.Completion;
import dev.milliner.language.Completions;
import dev.milliner.text.TextEdit;
import dev.milliner.text.TextRange;
import dev.milliner.workbench.base.Later;
import dev.milliner.workbench.words.Wording;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Offers what could stand at the caret: on Ctrl+Space, and while somebody types. */
final class Completing implements EditorFeature {
    private static final int PAGE = 9;
    private static final String STARTING = "\"'[.-_/%<";

    private final EditorSurface surface;
    private final EditorArea area;
    private final LanguageDesk desk;
    private final Later finding = new Later(Wording.of("activity.completion"));
    private final Later explaining = new Later(Wording.of("activity.completion-help"));
    private final CompletionPopup popup;
    private final SnippetStops stops;
    private Completions shown = Completions.none(0);
    private int version;
    private boolean typed;
    private boolean asked;

    Completing(EditorSurface surface, LanguageDesk desk) {
        this.surface = surface;
        this.desk = desk;
        area = surface.area();
        stops = new SnippetStops(area);
        popup = new CompletionPopup(this::explain, this::take, desk::goTo);
    }

    @Override
    public void install(EditorSurface on) {
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        area.focusedProperty().subscribe(focused -> {
            if (!focused) {
                hide();
            }
        });
    }

    private void key(KeyEvent event) {
        boolean handled = (event.getCode() == KeyCode.SPACE && event.isControlDown())
                ? offer()
                : popup.isShowing() ? inList(event) : inSnippet(event.getCode());
        if (handled) {
            event.consume();
        }
    }

    private boolean offer() {
        asked = true;
        find();
        return true;
    }

    private boolean inList(KeyEvent event) {
        if (event.isControlDown() || event.isAltDown()) {
            return false;
        }
        return switch (event.getCode()) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(PAGE);
            case PAGE_UP -> move(-PAGE);
            case TAB -> take();
            case ENTER -> !isWhole() && take();
            case ESCAPE -> hide();
            default -> false;
        };
    }

    private boolean inSnippet(KeyCode code) {
        return switch (code) {
            case TAB -> stops.next();
            case ESCAPE -> {
                stops.forget();
                yield false;
            }
            default -> false;
        };
    }

    private boolean move(int by) {
        popup.move(by);
        return true;
    }

    /** What was typed in full needs no completing, so Enter begins a new line there. */
    private boolean isWhole() {
        String there = area.getText(shown.start(), area.getCaretPosition());
        return !asked
                && popup.chosen()
                        .map(item -> item.label().equals(there)
                                && item.insert().stops().isEmpty())
                        .orElse(true);
    }

    private boolean take() {
        Optional<Completion> chosen = popup.chosen();
        hide();
        chosen.ifPresent(item -> stops.insert(shown.start(), shown.end(), item.insert()));
        return true;
    }

    private boolean hide() {
        finding.cancel();
        popup.hide();
        asked = false;
        return true;
    }

    @Override
    public void edited(TextEdit edit) {
        version++;
        typed = area.isFocused() && area.isEditable() && (isTyping(edit.inserted()) || isDeleting(edit));
    }

    private boolean isDeleting(TextEdit edit) {
        return popup.isShowing()
                && edit.inserted().line() == edit.inserted().endLine()
                && edit.inserted().column() == edit.inserted().endColumn();
    }

    /** A letter, or a quote or bracket that its other came with. */
    private boolean isTyping(TextRange inserted) {
        int length = inserted.endColumn() - inserted.column();
        if (inserted.line() != inserted.endLine() || length < 1 || length > 2) {
            return false;
        }
        char letter = area.getParagraph(inserted.line() - 1).getText().charAt(inserted.column() - 1);
        return (length == 1 && Character.isLetterOrDigit(letter)) || STARTING.indexOf(letter) >= 0;
    }

    @Override
    public void caretMoved() {
        if (typed) {
            typed = false;
            find();
        } else if (popup.isShowing()) {
            hide();
        }
    }

    private void find() {
        int at = version;
        int offset = area.getCaretPosition();
        desk.known()
                .ifPresent(known -> finding.ask(
                        () -> known.service().complete(LanguageDesk.document(surface.file(), at), offset), found -> {
                            if (at == version && offset == area.getCaretPosition()) {
                                show(found);
                            }
                        }));
    }

    private void show(Completions found) {
        shown = found;
        if (found.isEmpty() || (!asked && isSaidAlready(found))) {
            popup.hide();
        } else {
            area.getCaretBounds().ifPresent(bounds -> popup.show(area, bounds, found.items()));
        }
    }

    private boolean isSaidAlready(Completions found) {
        String there = area.getText(found.start(), found.end());
        return found.items().size() == 1 && found.items().getFirst().label().equals(there);
    }

    private void explain(Completion item) {
        desk.known()
                .ifPresent(
                        known -> explaining.ask(() -> known.service().resolve(item), parts -> popup.say(item, parts)));
    }

    /** Tells whether what could stand at the caret is on the screen, or nothing can. */
    boolean isSettled() {
        return finding.isSettled() && explaining.isSettled();
    }

    @Override
    public void close() {
        hide();
        finding.close();
        explaining.close();
    }
}
