package dev.milliner.workbench.refactor;

import dev.milliner.language.WorkspaceEdit;
import dev.milliner.workbench.words.Wording;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of a change, as the preview lists it.
 *
 * @param path its path
 * @param what what becomes of it, in a word
 * @param before its text before
 * @param after its text afterwards
 * @param isGone whether it is deleted
 */
record ChangedFile(String path, String what, String before, String after, boolean isGone) {
    /** All files of a change; those that come first, as there most is to see. */
    static List<ChangedFile> of(WorkspaceEdit edit) {
        String added = Wording.of("refactor.changed-file.new");
        String renamed = Wording.of("refactor.changed-file.renamed");
        String deleted = Wording.of("refactor.changed-file.deleted");
        List<ChangedFile> files = new ArrayList<>();
        edit.created().forEach(file -> files.add(new ChangedFile(file.path(), added, "", file.text(), false)));
        edit.files().forEach(file -> files.add(new ChangedFile(file.path(), "", file.before(), file.after(), false)));
        edit.renames().forEach(file -> files.add(new ChangedFile(file.to(), renamed, "", "", false)));
        edit.deleted().forEach(file -> files.add(new ChangedFile(file.path(), deleted, file.text(), "", true)));
        return List.copyOf(files);
    }
}
