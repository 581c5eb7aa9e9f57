package dev.milliner.build.koji;

import dev.milliner.build.history.BuildHistory;
import dev.milliner.build.history.BuildState;
import dev.milliner.build.history.BuildStore;
import dev.milliner.build.history.FarmBuilds;
import dev.milliner.build.history.FarmOrigin;
import dev.milliner.build.history.FarmTask;
import dev.milliner.build.log.LogSeverity;
import dev.milliner.build.log.Stage;
import dev.milliner.build.run.BuildResult;
import dev.milliner.ground.FileTrouble;
import java.io.IOException;

/** Keeps the history of builds in step with a build on a farm. A history that cannot be written stops no build. */
final class KojiMemory {
    private final KojiRun run;
    private final BuildHistory history;

    KojiMemory(KojiRun run) {
        this.run = run;
        this.history = new BuildStore(run.folder().resolve("..").normalize()).history();
    }

    /** Something to remember. */
    private interface Note {
        void write() throws IOException;
    }

    private void remember(Note note) {
        try {
            note.write();
        } catch (IOException unwritable) {
            run.log(LogSeverity.WARNING, FileTrouble.words(unwritable));
        }
    }

    /** This process watches the build from now on. */
    void watched(FarmOrigin origin) {
        KojiRecord record = run.record();
        String kind = record.order().stage() == Stage.IMAGE ? "image" : "component";
        remember(() -> new FarmBuilds(history)
                .watched(
                        new FarmBuilds.Watched(id(), record.order().name(), kind, record.started(), run.folder()),
                        origin,
                        task()));
    }

    /** The task has a number now. */
    void created() {
        remember(() -> new FarmBuilds(history).task(id(), task()));
    }

    /** What came of it; one whose end was not seen goes on at the farm. */
    void ended(BuildResult result, boolean goesOn) {
        BuildState state = goesOn ? BuildState.ON_FARM : BuildState.of(result.outcome());
        remember(() -> history.end(result, state, run.times()));
    }

    private String id() {
        return String.valueOf(run.folder().getFileName());
    }

    private FarmTask task() {
        KojiRecord record = run.record();
        KojiOrder order = record.order();
        return new FarmTask(
                record.profile(),
                order.marks().isEmpty() ? "" : order.marks().getFirst(),
                order.words().contains("--scratch"),
                record.task(),
                record.page());
    }
}
