package dev.milliner.workbench.build;

import dev.milliner.build.explain.Explanation;
import dev.milliner.build.explain.Finding;
import dev.milliner.build.run.BuildEvent;
import dev.milliner.build.run.BuildResult;
import dev.milliner.workbench.base.Words;

/** What came of a build, in a sentence. */
final class BuildNote {
    private BuildNote() {}

    static String of(BuildResult result) {
        return switch (result.outcome()) {
            case SUCCEEDED ->
                Words.count(result.packages().size(), "package") + " in " + Words.duration(result.duration());
            case FAILED -> why(result);
            case STOPPED -> "Nothing of it is left behind.";
        };
    }

    private static String why(BuildResult result) {
        return result.explanation()
                .flatMap(Explanation::cause)
                .map(Finding::cause)
                .or(() -> result.problems().stream()
                        .map(BuildEvent.ProblemFound::message)
                        .findFirst())
                .orElse("The log says why.");
    }
}
