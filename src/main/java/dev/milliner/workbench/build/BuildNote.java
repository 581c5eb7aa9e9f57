package dev.milliner.workbench.build;

import dev.milliner.build.explain.Explanation;
import dev.milliner.build.explain.Finding;
import dev.milliner.build.run.BuildEvent;
import dev.milliner.build.run.BuildResult;
import dev.milliner.build.run.BuildTarget;
import dev.milliner.distro.Problem;
import dev.milliner.workbench.words.Wording;
import dev.milliner.workbench.words.Words;

/** What came of a build, or why there was none, in a sentence. */
final class BuildNote {
    private BuildNote() {}

    static String of(BuildResult result) {
        return switch (result.outcome()) {
            case SUCCEEDED ->
                Wording.counted("build.note.packages", result.packages().size(), Words.duration(result.duration()));
            case FAILED -> why(result);
            case STOPPED -> Wording.of("build.note.nothing-left-behind");
        };
    }

    /** That nothing was built, as what is to be built has faults, and which is the first. */
    static String refused(BuildTarget target, int faults, Problem first) {
        return Wording.counted(
                "build.note.nothing-built",
                faults,
                target.name(),
                first.place().file(),
                first.place().range().line(),
                first.message());
    }

    private static String why(BuildResult result) {
        return result.explanation()
                .flatMap(Explanation::cause)
                .map(Finding::cause)
                .or(() -> result.problems().stream()
                        .map(BuildEvent.ProblemFound::message)
                        .findFirst())
                .orElse(Wording.of("build.note.see-log"));
    }
}
