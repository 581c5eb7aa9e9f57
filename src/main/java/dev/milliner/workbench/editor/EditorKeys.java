package dev.milliner.workbench.editor;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.wellbehaved.event.EventPattern;
import org.fxmisc.wellbehaved.event.InputMap;
import org.fxmisc.wellbehaved.event.Nodes;

/** Keys that edit code: two spaces for tab, a new line that keeps the indent, comments on and off. */
final class EditorKeys {
    private EditorKeys() {}

    static void install(CodeArea area, Language language) {
        Nodes.addInputMap(
                area,
                InputMap.sequence(
                        InputMap.consume(EventPattern.keyPressed(KeyCode.TAB), event -> area.replaceSelection("  ")),
                        InputMap.consume(EventPattern.keyPressed(KeyCode.ENTER), event -> newLine(area)),
                        InputMap.consume(
                                EventPattern.keyPressed(
                                        new KeyCodeCombination(KeyCode.SLASH, KeyCombination.SHORTCUT_DOWN)),
                                event -> {
                                    if (language.hasHashComments()) {
                                        toggleComment(area);
                                    }
                                })));
    }

    private static void newLine(CodeArea area) {
        String line = area.getParagraph(area.getCurrentParagraph()).getText();
        int indent = 0;
        while (indent < Math.min(line.length(), area.getCaretColumn()) && Character.isWhitespace(line.charAt(indent))) {
            indent++;
        }
        area.replaceSelection("\n" + line.substring(0, indent));
        area.requestFollowCaret();
    }

    private static void toggleComment(CodeArea area) {
        int first = area.offsetToPosition(
                        area.getSelection().getStart(), org.fxmisc.richtext.model.TwoDimensional.Bias.Forward)
                .getMajor();
        int last = area.offsetToPosition(
                        area.getSelection().getEnd(), org.fxmisc.richtext.model.TwoDimensional.Bias.Backward)
                .getMajor();
        boolean remove = true;
        for (int i = first; i <= last; i++) {
            remove &= area.getParagraph(i).getText().startsWith("#");
        }
        StringBuilder text = new StringBuilder();
        for (int i = first; i <= last; i++) {
            String line = area.getParagraph(i).getText();
            String uncommented = line.startsWith("# ") ? line.substring(2) : line.substring(Math.min(1, line.length()));
            text.append(i > first ? "\n" : "").append(remove ? uncommented : "# " + line);
        }
        area.replaceText(first, 0, last, area.getParagraphLength(last), text.toString());
    }
}
