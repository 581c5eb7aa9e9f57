package dev.milliner.workbench.editor;

import static org.fxmisc.wellbehaved.event.EventPattern.keyPressed;
import static org.fxmisc.wellbehaved.event.EventPattern.keyTyped;

import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.fxmisc.wellbehaved.event.InputMap;
import org.fxmisc.wellbehaved.event.Nodes;

/** Keys that edit code: indenting and outdenting, a new line that keeps the indent, comments on and off. */
final class EditorKeys implements EditorFeature {
    private static final String INDENT = "  ";

    private final CodeArea area;
    private final Language language;

    EditorKeys(EditorSurface surface) {
        area = surface.area();
        language = surface.language();
    }

    @Override
    public void install(EditorSurface surface) {
        Nodes.addInputMap(
                area,
                InputMap.sequence(
                        // Alt with a letter is for menus and for the desktop; AltGr comes without Alt.
                        InputMap.consume(keyTyped().onlyIf(typed -> typed.isAltDown() && !typed.isControlDown())),
                        InputMap.consume(keyPressed(KeyCode.TAB), event -> indent()),
                        InputMap.consume(keyPressed(KeyCode.TAB, KeyCombination.SHIFT_DOWN), event -> outdent()),
                        InputMap.consume(keyPressed(KeyCode.ENTER), event -> newLine()),
                        InputMap.consume(
                                keyPressed(KeyCode.SLASH, KeyCombination.SHORTCUT_DOWN), event -> toggleComment())));
    }

    private void indent() {
        if (area.getSelectedText().indexOf('\n') < 0) {
            area.replaceSelection(INDENT);
        } else {
            replaceLines(line -> line.isEmpty() ? line : INDENT + line);
        }
    }

    private void outdent() {
        replaceLines(EditorKeys::outdented);
    }

    private static String outdented(String line) {
        int taken = line.startsWith("\t") ? 1 : 0;
        while (!line.startsWith("\t")
                && taken < Math.min(INDENT.length(), line.length())
                && line.charAt(taken) == ' ') {
            taken++;
        }
        return line.substring(taken);
    }

    private void newLine() {
        String line = area.getParagraph(area.getCurrentParagraph()).getText();
        int indent = 0;
        while (indent < Math.min(line.length(), area.getCaretColumn()) && Character.isWhitespace(line.charAt(indent))) {
            indent++;
        }
        area.replaceSelection("\n" + line.substring(0, indent));
        area.requestFollowCaret();
    }

    private void toggleComment() {
        if (!language.hasHashComments()) {
            return;
        }
        boolean remove = selectedLines().allMatch(line -> text(line).startsWith("#"));
        replaceLines(line -> remove ? uncommented(line) : "# " + line);
    }

    private static String uncommented(String line) {
        return line.substring(line.startsWith("# ") ? 2 : 1);
    }

    private String text(int line) {
        return area.getParagraph(line).getText();
    }

    /** The lines of the selection; one at whose very start it ends is not one of them. */
    private IntStream selectedLines() {
        int start = area.getSelection().getStart();
        int end = area.getSelection().getEnd();
        int first = area.offsetToPosition(start, Bias.Forward).getMajor();
        int last = area.offsetToPosition(end, Bias.Forward).getMajor();
        boolean endsBefore = last > first && area.getAbsolutePosition(last, 0) == end;
        return IntStream.rangeClosed(first, endsBefore ? last - 1 : last);
    }

    /** Changes the lines of the selection by one edit, after which they, or what was selected of a line, are selected. */
    private void replaceLines(UnaryOperator<String> change) {
        int[] lines = selectedLines().toArray();
        int first = lines[0];
        int last = lines[lines.length - 1];
        boolean many = area.getSelection().getLength() > 0;
        int start = area.getAbsolutePosition(first, 0);
        int end = area.getAbsolutePosition(last, area.getParagraphLength(last));
        String now = IntStream.of(lines).mapToObj(this::text).map(change).collect(Collectors.joining("\n"));
        int caret = area.getCaretPosition() + now.length() - (end - start);
        if (!now.equals(area.getText(start, end))) {
            area.replaceText(start, end, now);
            if (many) {
                area.selectRange(start, start + now.length());
            } else {
                area.moveTo(Math.max(start, caret));
            }
        }
    }
}
