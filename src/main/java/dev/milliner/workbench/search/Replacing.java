package dev.milliner.workbench.search;

import dev.milliner.distro.Distro;
import dev.milliner.language.WorkspaceEdit;
import dev.milliner.refactor.RefactoringAnswer;
import dev.milliner.refactor.RefactoringAnswer.Proposal;
import dev.milliner.refactor.RefactoringAnswer.Refusal;
import dev.milliner.search.TextSearch;
import dev.milliner.search.TreeReplacement;
import dev.milliner.workbench.words.Wording;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;

/** A replacement of what is found, as the preview shows it. */
final class Replacing {
    private Replacing() {}

    static RefactoringAnswer answer(Distro distro, TextSearch search, String with, String title) {
        try {
            WorkspaceEdit edit = TreeReplacement.of(distro, search, with, Set.of());
            int places =
                    edit.files().stream().mapToInt(file -> file.edits().size()).sum();
            String where = Wording.of(
                    "search.replacing.places-in-files",
                    Wording.counted("count.place", places),
                    Wording.counted("count.file", edit.files().size()));
            return new Proposal(title, edit, List.of(), List.of(where));
        } catch (NoSuchElementException noGroup) {
            return new Refusal(String.valueOf(noGroup.getMessage()));
        }
    }
}
