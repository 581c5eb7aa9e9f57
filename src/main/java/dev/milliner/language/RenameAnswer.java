package dev.milliner.language;

/** What comes of asking for another name. */
public sealed interface RenameAnswer {
    /**
     * What has to change.
     *
     * @param edit the edits of all files
     */
    record Edits(WorkspaceEdit edit) implements RenameAnswer {}

    /**
     * It cannot be done.
     *
     * @param reason why, in a sentence
     */
    record Refusal(String reason) implements RenameAnswer {}
}
