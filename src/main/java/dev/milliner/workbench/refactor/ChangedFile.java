package dev.milliner.workbench.refactor;

import dev.milliner.language.WorkspaceEdit;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of a change, as the preview lists it.
 *
 * @param path its path
 * @param what what becomes of it, in a word
 * @param before its text before
 * @param after its text afterwards
 */
record ChangedFile(String path, String what, String before, String after) {
    /** All files of a change; those that come first, as there most is to see. */
    static List<ChangedFile> of(WorkspaceEdit edit) {
        List<ChangedFile> files = new ArrayList<>();
        edit.created().forEach(file -> files.add(new ChangedFile(file.path(), "new", "", file.text())));
        edit.files().forEach(file -> files.add(new ChangedFile(file.path(), "", file.before(), file.after())));
        edit.renames().forEach(file -> files.add(new ChangedFile(file.to(), "renamed", "", "")));
        edit.deleted().forEach(file -> files.add(new ChangedFile(file.path(), "deleted", file.text(), "")));
        return List.copyOf(files);
    }
}
