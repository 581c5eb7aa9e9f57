package dev.milliner.workbench.build;

import dev.milliner.build.explain.Explainer;
import dev.milliner.build.explain.Explanation;
import dev.milliner.ground.FileTrouble;
import dev.milliner.workbench.words.Wording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the log of a build tells that was not run here.
 *
 * @param explanation why it failed, as far as the log tells
 * @param sentence what is to be said of it
 */
record ForeignLog(Optional<Explanation> explanation, String sentence) {
    /** Reads one. */
    static ForeignLog read(Path file) {
        try {
            Explanation explanation =
                    new Explainer(Optional.empty(), OptionalInt.empty(), Optional.empty()).explain(file);
            return new ForeignLog(
                    Optional.of(explanation),
                    explanation.cause().isPresent()
                            ? Wording.of("build.foreign-log.not-run-here")
                            : Wording.of("build.foreign-log.no-failure-known"));
        } catch (IOException unreadable) {
            return new ForeignLog(
                    Optional.empty(),
                    FileTrouble.words(file, Wording.of("build.foreign-log.cant-read"), unreadable) + ".");
        }
    }
}
