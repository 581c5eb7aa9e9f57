package dev.milliner.serve.lsp;

import dev.milliner.distro.Caused;
import dev.milliner.distro.Distro;
import dev.milliner.distro.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A problem as clients are told of it.
 *
 * @param problem the problem
 * @param related what causes it, or what follows only from it
 */
record Told(Problem problem, List<Problem> related) {
    /** As many of those that follow as help anybody. */
    private static final int MOST_RELATED = 10;

    /** All problems of a state, by file. */
    static Map<String, List<Told>> byFile(Distro distro, Remarks remarks) {
        Map<String, List<Told>> all = new HashMap<>();
        for (Caused caused : distro.causes()) {
            List<Problem> follow = caused.follow();
            add(all, caused.problem(), follow.subList(0, Math.min(MOST_RELATED, follow.size())));
            follow.forEach(problem -> add(all, problem, List.of(caused.problem())));
        }
        remarks.problems(distro).forEach(problem -> add(all, problem, List.of()));
        return all;
    }

    private static void add(Map<String, List<Told>> all, Problem problem, List<Problem> related) {
        all.computeIfAbsent(problem.place().file(), file -> new ArrayList<>()).add(new Told(problem, related));
    }
}
