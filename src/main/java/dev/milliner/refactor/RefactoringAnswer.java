package dev.milliner.refactor;

import dev.milliner.distro.Difference;
import dev.milliner.language.WorkspaceEdit;
import java.util.List;

/** What comes of asking for a refactoring. */
public sealed interface RefactoringAnswer {
    /**
     * It can be done, which was proved by resolving the distro with it.
     *
     * @param title what it does
     * @param edit what changes in the files
     * @param differences what the distro then resolves to differently; nothing where it only moves text
     * @param remarks what is to be said of it besides
     */
    record Proposal(String title, WorkspaceEdit edit, List<Difference> differences, List<String> remarks)
            implements RefactoringAnswer {
        /** Takes the lists over. */
        public Proposal {
            differences = List.copyOf(differences);
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * It cannot be done, and nothing is changed.
     *
     * @param reason why, in a sentence or two
     */
    record Refusal(String reason) implements RefactoringAnswer {}
}
