package dev.milliner.workbench.editor;

import java.util.Objects;
import org.fxmisc.richtext.CodeArea;

/** Finds the text area of an editor as one who looks at the screen does. */
public final class EditorText {
    private EditorText() {}

    /** The area; it is there once the editor was laid out. */
    public static CodeArea area(CodeEditor editor) {
        return (CodeArea) Objects.requireNonNull(editor.node().lookup("#code"), "The editor shows no text.");
    }
}
