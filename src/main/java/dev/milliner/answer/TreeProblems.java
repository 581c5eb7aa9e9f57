package dev.milliner.answer;

import dev.milliner.distro.Caused;
import dev.milliner.distro.Distro;
import dev.milliner.distro.Problem;
import dev.milliner.image.DescriptionProblems;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that is wrong with a tree: its definitions, and the descriptions that its images name.
 *
 * @param all all problems, those of definitions first, each by file and line
 * @param causes the same, what follows only from another below it
 */
public record TreeProblems(List<Problem> all, List<Caused> causes) {
    /** With lists that nobody changes. */
    public TreeProblems {
        all = List.copyOf(all);
        causes = List.copyOf(causes);
    }

    /** Looks for them; descriptions are read anew. */
    public static TreeProblems of(Distro distro) {
        return of(distro, DescriptionProblems.of(distro));
    }

    /** With what is known of its descriptions. */
    public static TreeProblems of(Distro distro, List<Problem> descriptions) {
        return new TreeProblems(distro.problems(), distro.causes()).with(descriptions);
    }

    /** All of them, by file. */
    public Map<String, List<Problem>> byFile() {
        return all.stream()
                .collect(Collectors.groupingBy(problem -> problem.place().file()));
    }

    /** These and others, from which nothing follows. */
    public TreeProblems with(List<Problem> more) {
        return new TreeProblems(
                Stream.concat(all.stream(), more.stream()).toList(),
                Stream.concat(causes.stream(), more.stream().map(problem -> new Caused(problem, List.of())))
                        .toList());
    }
}
