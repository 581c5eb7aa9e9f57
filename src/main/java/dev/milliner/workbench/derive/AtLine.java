package dev.milliner.workbench.derive;

import dev.milliner.text.TextRange;
import dev.milliner.workbench.editor.CodeEditor;
import dev.milliner.workbench.overlays.LineDeed;
import dev.milliner.workbench.overlays.LineWish;
import dev.milliner.workbench.overlays.LineWish.Found;
import java.util.List;

/** Does in an editor what is wished for a line. */
final class AtLine {
    private AtLine() {}

    /** Goes to the line and does it; where the line is no longer there, it is only gone to its place. */
    static void perform(LineWish wish, CodeEditor editor) {
        Found found = wish.in(editor.text());
        List<String> lines = editor.text().lines().toList();
        int line = Math.clamp(found.line(), 0, Math.max(0, lines.size() - 1));
        editor.goTo(column(line, 1));
        if (found.isThere() && line < lines.size()) {
            perform(wish.deed(), editor, line, lines);
        }
    }

    private static void perform(LineDeed deed, CodeEditor editor, int line, List<String> lines) {
        int start = lines.stream().limit(line).mapToInt(one -> one.length() + 1).sum();
        int end = start + lines.get(line).length();
        switch (deed) {
            case EDIT -> {
                // It is gone to already.
            }
            case REMOVE -> editor.replace(start, Math.min(end + 1, editor.text().length()), "");
            case REPLACE -> editor.select(new TextRange(line + 1, 1, line + 1, end - start + 1));
            case INSERT_ABOVE -> {
                editor.insert(start, "\n");
                editor.goTo(column(line, 1));
            }
            case INSERT_BELOW -> {
                editor.insert(end, "\n");
                editor.goTo(column(line + 1, 1));
            }
        }
    }

    private static TextRange column(int line, int column) {
        return new TextRange(line + 1, column, line + 1, column);
    }
}
