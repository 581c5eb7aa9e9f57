package dev.milliner.workbench.editor;

import java.util.concurrent.CompletableFuture;

/** What an editor has others do with its file. */
public interface FileActions {
    /** Saves. */
    void save(CodeEditor editor);

    /** Saves; answers, on the JavaFX thread, whether the text as it is now is on disk. */
    CompletableFuture<Boolean> saved(CodeEditor editor);

    /** Gives up the unsaved text, the kept one too. */
    void discard(CodeEditor editor);

    /** Forgets a file whose editor was closed. */
    void closed(CodeEditor editor);
}
