package dev.milliner.workbench.editor;

/** What an editor tells the workbench; called on the JavaFX thread. */
public interface EditorEvents {
    /** The text was edited. */
    void edited(CodeEditor editor);

    /** The caret moved, or another editor came to the front. */
    void caretMoved(CodeEditor editor);
}
