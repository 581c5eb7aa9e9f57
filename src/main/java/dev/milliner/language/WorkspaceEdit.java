package dev.milliner.language;

import java.util.List;

/**
 * A change of several files that is made, and taken back, as one.
 *
 * @param files the edits by file; they are made before files get other names
 * @param renames the files that get other names
 */
public record WorkspaceEdit(List<FileEdit> files, List<FileRename> renames) {
    /**
     * A file or folder that gets another name.
     *
     * @param from its path, relative to the tree's root
     * @param to its path afterwards
     */
    public record FileRename(String from, String to) {}

    /** Takes the lists over. */
    public WorkspaceEdit {
        files = List.copyOf(files);
        renames = List.copyOf(renames);
    }

    /** Edits of one document alone. */
    public static WorkspaceEdit of(Document document, List<Replacement> edits) {
        return new WorkspaceEdit(List.of(FileEdit.of(document, edits)), List.of());
    }
}
