package dev.milliner.workbench.editor;

import static org.fxmisc.wellbehaved.event.EventPattern.keyPressed;
import static org.fxmisc.wellbehaved.event.EventPattern.keyTyped;

import dev.milliner.language.TextKind;
import dev.milliner.text.TokenKind;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.fxmisc.wellbehaved.event.InputMap;
import org.fxmisc.wellbehaved.event.Nodes;

/** Keys that edit code: indenting and outdenting, a new line that keeps the indent, comments on and off. */
final class EditorKeys implements EditorFeature {
    private final EditorArea area;
    private final TextKind language;
    private final LineEdits lines;
    private final Highlighter colours;

    /**
     * Makes it.
     *
     * @param colours knows what is a comment
     */
    EditorKeys(EditorSurface surface, Highlighter colours) {
        area = surface.area();
        language = surface.language();
        lines = new LineEdits(area);
        this.colours = colours;
    }

    @Override
    public void install(EditorSurface surface) {
        Nodes.addInputMap(
                area,
                InputMap.sequence(
                        // Alt with a letter is for menus and for the desktop; AltGr comes without Alt.
                        InputMap.consume(keyTyped().onlyIf(typed -> typed.isAltDown() && !typed.isControlDown())),
                        InputMap.consume(keyPressed(KeyCode.TAB), event -> indent()),
                        InputMap.consume(
                                keyPressed(KeyCode.TAB, KeyCombination.SHIFT_DOWN), event -> lines.each(Indent::less)),
                        InputMap.consume(keyPressed(KeyCode.ENTER), event -> area.carets()
                                .edit(this::newLine)),
                        InputMap.consume(
                                keyPressed(KeyCode.SLASH, KeyCombination.SHORTCUT_DOWN), event -> toggleComment())));
    }

    private void indent() {
        if (area.getSelectedText().indexOf('\n') < 0) {
            area.carets().edit(caret -> CaretEdit.type(caret, Indent.STEP));
        } else {
            lines.each(Indent::more);
        }
    }

    /** The indent is kept; behind a bracket it grows, and what closes the bracket goes to a line of its own. */
    private CaretEdit newLine(Caret caret) {
        int line = area.lineOf(caret.start());
        int column = caret.start() - area.startOf(line);
        String text = area.text(line);
        String indent = Indent.of(text, column);
        Optional<Pair> bracket = column == 0
                ? Optional.empty()
                : Pair.openedBy(text.charAt(column - 1)).filter(pair -> !pair.isQuotes());
        if (bracket.isEmpty() || colours.kindAt(line, column).equals(Optional.of(TokenKind.COMMENT))) {
            return CaretEdit.type(caret, "\n" + indent);
        }
        String inner = "\n" + indent + Indent.STEP;
        String closing = !caret.selects() && bracket.get().isAt(text, column) ? "\n" + indent : "";
        return new CaretEdit(new Replaced(caret.start(), caret.end(), inner + closing), Caret.at(inner.length()));
    }

    private void toggleComment() {
        if (!language.hasHashComments()) {
            return;
        }
        boolean remove = LineBlock.of(area).stream()
                .flatMap(block -> area.linesFrom(block.first(), block.last()).stream())
                .allMatch(line -> line.startsWith("#"));
        lines.each(line -> remove ? uncommented(line) : "# " + line);
    }

    private static String uncommented(String line) {
        return line.substring(line.startsWith("# ") ? 2 : 1);
    }
}
