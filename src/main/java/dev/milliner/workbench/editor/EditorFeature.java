package dev.milliner.workbench.editor;

import dev.milliner.text.TextEdit;

/**
 * Something an editor can do with its text. Each feature installs itself once, and is told what happens, always on the
 * JavaFX thread and in the order in which features were installed.
 */
interface EditorFeature {
    /** Takes its place in an editor whose text is already there. */
    void install(EditorSurface surface);

    /** The text was edited; the area holds the text after the edit. */
    default void edited(TextEdit edit) {}

    /** The caret moved, by itself or with an edit. */
    default void caretMoved() {}

    /** The text as it is now is on disk. */
    default void saved() {}

    /** The editor was closed; ends what runs for it. */
    default void close() {}
}
