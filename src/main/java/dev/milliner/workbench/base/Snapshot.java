package dev.milliner.workbench.base;

import dev.milliner.answer.TreeProblems;
import dev.milliner.distro.Caused;
import dev.milliner.distro.Distro;
import dev.milliner.distro.Problem;
import dev.milliner.distro.Severity;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A distro as it is now, with what the screens look up in it. Immutable; made off the JavaFX thread.
 *
 * @param distro the distro, unsaved edits included
 * @param problems all that is wrong with it, as every view shows and counts it
 * @param problemsByFile the problems by file
 * @param worstByDefinition the worst severity of the problems in each definition, by {@link #key}
 * @param causes the problems, what follows only from another below it
 * @param took how long it took to resolve
 */
public record Snapshot(
        Distro distro,
        List<Problem> problems,
        Map<String, List<Problem>> problemsByFile,
        Map<String, Severity> worstByDefinition,
        List<Caused> causes,
        Duration took) {

    /**
     * Works out what the screens need.
     *
     * @param descriptions what is wrong with the descriptions of its images
     */
    public static Snapshot of(Distro distro, List<Problem> descriptions, Duration took) {
        return of(distro, TreeProblems.of(distro, descriptions), took);
    }

    /** The same with problems that were found elsewhere besides its own, so that all views count the same. */
    public Snapshot with(List<Problem> more) {
        return of(distro, new TreeProblems(problems, causes).with(more), took);
    }

    private static Snapshot of(Distro distro, TreeProblems found, Duration took) {
        Map<String, Severity> worst = new HashMap<>();
        for (Problem problem : found.all()) {
            distro.definitionAt(problem.place().file(), problem.place().range().line())
                    .ifPresent(definition -> worst.merge(
                            key(definition.kind().name(), definition.name()),
                            problem.severity(),
                            (a, b) -> a.compareTo(b) <= 0 ? a : b));
        }
        return new Snapshot(distro, found.all(), found.byFile(), Map.copyOf(worst), found.causes(), took);
    }

    /** The key of a definition in {@link #worstByDefinition}. */
    public static String key(String kind, String name) {
        return kind + ' ' + name;
    }

    /** The number of problems of a severity. */
    public long count(Severity severity) {
        return problems.stream().map(Problem::severity).filter(severity::equals).count();
    }
}
