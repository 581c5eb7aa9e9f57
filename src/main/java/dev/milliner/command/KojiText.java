package dev.milliner.command;

import dev.milliner.build.koji.KojiListener;
import dev.milliner.build.run.BuildEvent;
import dev.milliner.build.run.BuildResult;
import dev.milliner.ground.Amount;
import java.io.PrintWriter;

/** Shows a build on a farm to a person, as other builds are shown. */
final class KojiText implements KojiListener {
    private final PrintWriter log;
    private final PrintWriter out;
    private final BuildText text;

    KojiText(PrintWriter log, PrintWriter out) {
        this.log = log;
        this.out = out;
        this.text = new BuildText(log, out, false);
    }

    @Override
    public void happened(BuildEvent event) {
        if (event instanceof BuildEvent.Finished finished) {
            result(finished.result());
        } else {
            text.happened(event);
        }
    }

    private void result(BuildResult result) {
        result.artifacts()
                .forEach(artifact -> out.println(artifact.path() + "  " + Amount.of(artifact.size(), "byte")));
        out.flush();
        result.problems()
                .forEach(problem -> log.println(
                        problem.message() + (problem.fix().isEmpty() ? "" : "\n  to do: " + problem.fix())));
        log.println("The whole log: " + result.log());
        log.flush();
    }
}
