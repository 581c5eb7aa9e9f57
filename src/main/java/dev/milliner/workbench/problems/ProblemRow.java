package dev.milliner.workbench.problems;

import dev.milliner.distro.Caused;
import dev.milliner.distro.Problem;
import dev.milliner.workbench.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A row of the list of problems.
 *
 * @param problem the problem
 * @param follow how many others follow only from it
 * @param isOpen whether those are shown below it
 * @param isBelow whether it is one of those
 */
record ProblemRow(Problem problem, int follow, boolean isOpen, boolean isBelow) {
    /** The rows to show, what follows from closed ones left out. */
    static List<ProblemRow> of(List<Caused> causes, Set<Problem> open) {
        List<ProblemRow> rows = new ArrayList<>();
        for (Caused caused : causes) {
            boolean isOpen = open.contains(caused.problem());
            rows.add(new ProblemRow(caused.problem(), caused.follow().size(), isOpen, false));
            if (isOpen) {
                caused.follow().forEach(problem -> rows.add(new ProblemRow(problem, 0, false, true)));
            }
        }
        return rows;
    }

    /** What stands for those that follow; nothing where none do. */
    String more() {
        String words = Wording.counted("problems.row.more-follow", follow);
        return follow == 0 ? "" : (isOpen ? "▾ " : "▸ ") + words;
    }
}
