package dev.milliner.distro;

import java.util.List;

/**
 * A problem and what follows only from it.
 *
 * @param problem the problem
 * @param follow the others, by file and line; mostly none
 */
public record Caused(Problem problem, List<Problem> follow) {
    public Caused {
        follow = List.copyOf(follow);
    }
}
