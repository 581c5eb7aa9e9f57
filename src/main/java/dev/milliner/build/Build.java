package dev.milliner.build;

import dev.milliner.build.history.BuildHistory;
import dev.milliner.build.history.BuildStore;
import dev.milliner.build.log.LogSeverity;
import dev.milliner.build.run.BuildEvent.Finished;
import dev.milliner.build.run.BuildFolder;
import dev.milliner.build.run.BuildListener;
import dev.milliner.build.run.BuildRequest;
import dev.milliner.build.run.BuildResult;
import dev.milliner.build.run.BuildRun;
import dev.milliner.ground.FileTrouble;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A build that runs on a thread of its own. It lives no longer than this process. */
public final class Build {
    private final BuildRun run;
    private final BuildHistory history;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable BuildResult result;

    private Build(BuildRun run, BuildHistory history) {
        this.run = run;
        this.history = history;
        this.thread = Thread.ofPlatform().name("build " + run.folder().id()).unstarted(this::work);
    }

    /**
     * Starts a build in the user's folder for builds.
     *
     * @throws IOException when the build's folder cannot be made
     */
    public static Build start(BuildRequest request, BuildListener listener) throws IOException {
        return start(request, listener, BuildStore.ofUser());
    }

    /**
     * Starts a build.
     *
     * @param store where builds have their folders
     * @throws IOException when the build's folder cannot be made
     */
    public static Build start(BuildRequest request, BuildListener listener, BuildStore store) throws IOException {
        BuildFolder folder = store.create(request.name());
        Build build = new Build(new BuildRun(request, listener, folder), store.history());
        build.thread.start();
        return build;
    }

    /** The build's name, also its folder's. */
    public String id() {
        return run.folder().id();
    }

    /** Everything of this build lies below this folder. */
    public Path folder() {
        return run.folder().path();
    }

    /** The whole log; it grows while the build runs. */
    public Path log() {
        return run.folder().log();
    }

    /**
     * Stops the build: politely at first, so that tools undo what they did, by force after a few seconds. Returns at
     * once; {@link Finished} comes when everything is given back. May be called from any thread, and more than once.
     */
    public void stop() {
        run.stop();
        thread.interrupt();
    }

    /** Stops the build by force at once; everything is given back all the same. */
    public void stopNow() {
        run.stopNow();
        thread.interrupt();
    }

    /** What came of it, once it is over. */
    public Optional<BuildResult> result() {
        return Optional.ofNullable(result);
    }

    /**
     * Waits until it is over and the listener has heard of it, so not to be called by the listener.
     *
     * @throws InterruptedException when the waiting thread is interrupted; the build goes on
     */
    public BuildResult await() throws InterruptedException {
        over.await();
        return result().orElseThrow();
    }

    private void work() {
        remember(() -> history.begin(id(), run.request(), folder()));
        BuildResult outcome = run.perform(BuildEngine.of(run.request().target()));
        remember(() -> history.end(outcome, run.stageTimes()));
        result = outcome;
        try {
            run.send(new Finished(outcome));
        } finally {
            run.close();
            over.countDown();
        }
    }

    /** Writes to the history. */
    private interface Note {
        void write() throws IOException;
    }

    /** A build whose history cannot be written is a build all the same. */
    private void remember(Note note) {
        try {
            note.write();
        } catch (IOException failure) {
            run.log(LogSeverity.WARNING, FileTrouble.words(failure));
        }
    }
}
