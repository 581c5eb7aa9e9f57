package dev.milliner.workbench.build;

import dev.milliner.build.explain.Explainer;
import dev.milliner.build.explain.Explanation;
import dev.milliner.ground.FileTrouble;
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
                            ? "This is the log of a build that was not run here."
                            : "This is the log of a build that was not run here, and it tells of no failure that is known.");
        } catch (IOException unreadable) {
            return new ForeignLog(Optional.empty(), FileTrouble.words(file, "can't be read", unreadable) + ".");
        }
    }
}
