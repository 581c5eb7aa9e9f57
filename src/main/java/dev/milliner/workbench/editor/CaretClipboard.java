package dev.milliner.workbench.editor;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/**
 * The clipboard and several carets: a line for each.
 *
 * @param area the area of the carets
 */
record CaretClipboard(EditorArea area) {
    void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(area.carets().all().stream()
                .map(caret -> area.getText(caret.start(), caret.end()))
                .collect(Collectors.joining("\n")));
        Clipboard.getSystemClipboard().setContent(content);
    }

    void cut() {
        copy();
        area.carets().edit(caret -> CaretEdit.type(caret, ""));
    }

    /** As many lines as there are carets go one to each; any other text goes to each as a whole. */
    void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        if (text != null) {
            paste(text.replace("\r\n", "\n"));
        }
    }

    void paste(String text) {
        List<Caret> carets = area.carets().all();
        List<String> lines = text.lines().toList();
        boolean oneEach = lines.size() == carets.size();
        area.carets().edit(caret -> CaretEdit.type(caret, oneEach ? lines.get(carets.indexOf(caret)) : text));
    }
}
