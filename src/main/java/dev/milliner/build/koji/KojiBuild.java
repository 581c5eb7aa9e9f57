package dev.milliner.build.koji;

import dev.milliner.build.history.BuildStore;
import dev.milliner.build.history.FarmOrigin;
import dev.milliner.build.log.LogSeverity;
import dev.milliner.build.log.Stage;
import dev.milliner.build.run.Artifact;
import dev.milliner.build.run.BuildEvent.Finished;
import dev.milliner.build.run.BuildEvent.Progress;
import dev.milliner.build.run.BuildResult;
import dev.milliner.build.run.Outcome;
import dev.milliner.ground.Elapsed;
import dev.milliner.level.LevelCounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * A build on a farm, watched by a thread of its own. The task lives on the hub and outlives this process: what is known
 * of it lies in the build's folder, and {@link #resume} goes on with it.
 */
public final class KojiBuild {
    /** How the wish to end came. */
    private enum Wish {
        NONE,
        CANCEL,
        LEAVE
    }

    private static final int CANCEL_ATTEMPTS = 4;

    private final KojiRun run;
    private final KojiHub hub;
    private final KojiSubmission submission;
    private final KojiWatch watch;
    private final KojiMemory memory;
    private final FarmOrigin origin;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread;
    private volatile Wish wish = Wish.NONE;
    private volatile OptionalLong task;
    private volatile @Nullable BuildResult result;
    private volatile @Nullable KojiFailure failure;
    /** Whether the hub did not do what it was told, so that the task goes on. */
    private boolean uncanceled;

    private KojiBuild(KojiClient client, KojiRun run, KojiRhythm rhythm, FarmOrigin origin) {
        this.run = run;
        this.hub = new KojiHub(client, run, rhythm);
        this.submission = new KojiSubmission(hub, run);
        this.watch = new KojiWatch(hub, run);
        this.memory = new KojiMemory(run);
        this.origin = origin;
        this.task = run.record().task();
        this.thread =
                Thread.ofPlatform().name("farm " + run.folder().getFileName()).unstarted(this::work);
    }

    /**
     * Submits a request and watches what comes of it.
     *
     * @param origin what it is made of, for the history
     * @param store where builds have their folders
     * @param output where the results go; the build's folder where empty
     * @throws IOException when the build's folder cannot be made
     */
    public static KojiBuild start(
            KojiClient client,
            KojiRequest request,
            FarmOrigin origin,
            KojiListener listener,
            BuildStore store,
            KojiRhythm rhythm,
            Optional<Path> output)
            throws IOException {
        if (request instanceof KojiRequest.ComponentBuild build
                && build.source() instanceof KojiSource.Upload upload
                && !Files.isRegularFile(upload.file())) {
            throw new IOException("There is no source package " + upload.file());
        }
        Path folder = store.newFolder(request.name());
        KojiOrder order = KojiOrder.of(kept(request, folder));
        Path results = results(output, folder);
        KojiRecord record = KojiRecord.of(client.profile(), order, results);
        return begin(client, record, origin, listener, folder, rhythm);
    }

    /** A source package is kept in the build's folder, so that it is there whenever the hub comes to take it. */
    private static KojiRequest kept(KojiRequest request, Path folder) throws IOException {
        if (request instanceof KojiRequest.ComponentBuild build && build.source() instanceof KojiSource.Upload upload) {
            Path copy = folder.resolve(upload.file().getFileName());
            Files.copy(upload.file(), copy);
            return build.withSource(new KojiSource.Upload(copy));
        }
        return request;
    }

    /**
     * Watches a task that is on the hub already, whoever made it.
     *
     * @param task its number
     */
    public static KojiBuild watch(
            KojiClient client,
            long task,
            KojiListener listener,
            BuildStore store,
            KojiRhythm rhythm,
            Optional<Path> output)
            throws IOException {
        KojiOrder order = KojiOrder.ofTask(task);
        Path folder = store.newFolder(order.name());
        KojiRecord record =
                KojiRecord.of(client.profile(), order, results(output, folder)).withTask(task, "");
        return begin(client, record, FarmOrigin.UNKNOWN, listener, folder, rhythm);
    }

    private static KojiBuild begin(
            KojiClient client,
            KojiRecord record,
            FarmOrigin origin,
            KojiListener listener,
            Path folder,
            KojiRhythm rhythm)
            throws IOException {
        record.write(folder);
        return started(client, new KojiRun(listener, folder, record), rhythm, origin);
    }

    private static Path results(Optional<Path> output, Path folder) {
        return output.map(path -> path.toAbsolutePath().normalize()).orElse(folder.resolve("output"));
    }

    /**
     * Goes on with a build that an earlier run of Milliner left, at the very byte of each log where that one stopped.
     *
     * @param program Koji's client
     * @param folder the build's folder
     * @throws IOException when the folder holds no record of a build on a farm
     */
    public static KojiBuild resume(Path program, Path folder, KojiListener listener, KojiRhythm rhythm)
            throws IOException {
        KojiRecord record = KojiRecord.read(folder);
        KojiClient client = new KojiClient(program, record.profile());
        KojiRun run = new KojiRun(listener, folder.toRealPath(), record);
        try {
            run.renewLogs();
            return started(client, run, rhythm, FarmOrigin.UNKNOWN);
        } catch (IOException | RuntimeException failure) {
            run.close();
            throw failure;
        }
    }

    private static KojiBuild started(KojiClient client, KojiRun run, KojiRhythm rhythm, FarmOrigin origin) {
        KojiBuild build = new KojiBuild(client, run, rhythm, origin);
        build.thread.start();
        return build;
    }

    /** Everything of this build lies below this folder. */
    public Path folder() {
        return run.folder();
    }

    /** The folder of the tasks' own logs, which holds just what the hub gave. */
    public Path logs() {
        return KojiLogs.folder(run);
    }

    /** The task's number, once the hub gave one. */
    public OptionalLong task() {
        return task;
    }

    /**
     * Cancels the task, and ends when the hub says that it is over. Returns at once. A second call gives up waiting for
     * the hub.
     */
    public void stop() {
        end(Wish.CANCEL);
    }

    /** Stops watching; the task goes on, and {@link #resume} can go on with it. Returns at once. */
    public void leave() {
        end(Wish.LEAVE);
    }

    private void end(Wish how) {
        wish = how;
        thread.interrupt();
    }

    /** What came of it, once it is over. */
    public Optional<BuildResult> result() {
        return Optional.ofNullable(result);
    }

    /** Whose fault it is that nothing came of it; empty unless it failed. */
    public Optional<KojiFailure> failure() {
        return Optional.ofNullable(failure);
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
        List<Artifact> artifacts = new ArrayList<>();
        Outcome outcome = Outcome.FAILED;
        memory.watched(origin);
        try {
            outcome = perform(artifacts);
            if (!uncanceled) {
                run.keep(run.record().withOutcome(outcome));
            }
        } catch (KojiFailed failed) {
            outcome = Outcome.FAILED;
            failure = failed.kind();
            run.problem(failed.reason(), failed.fix());
            // What was refused is over; what could not be asked goes on when it can be.
            if (failed.kind() != KojiFailure.UNAVAILABLE || !isOfHub()) {
                keepEnd(outcome);
            }
        } catch (InterruptedException left) {
            outcome = Outcome.STOPPED;
            if (task.isPresent() && !isOfHub()) {
                keepEnd(outcome);
            }
        } catch (RuntimeException fault) {
            failure = KojiFailure.UNAVAILABLE;
            run.problem("Milliner itself failed: " + fault, "");
        }
        finish(outcome, artifacts);
    }

    private Outcome perform(List<Artifact> artifacts) throws KojiFailed, InterruptedException {
        try {
            TaskTree tree = build();
            if (tree.root().state() != TaskState.Over.CLOSED) {
                watch.explain(tree);
                failure = KojiFailure.TASK;
                if (tree.root().state() == TaskState.Over.CANCELED) {
                    run.problem("Task " + tree.root().title() + " was canceled on the hub", "");
                }
                return Outcome.FAILED;
            }
            // An architecture may be allowed to fail.
            watch.explain(tree);
            run.stage(Stage.INSPECT, () -> artifacts.addAll(new KojiDownload(hub, run).work(tree)));
            run.send(new Progress(1));
            return Outcome.SUCCEEDED;
        } catch (InterruptedException wished) {
            if (wish == Wish.CANCEL) {
                return cancel();
            }
            sayHowToGoOn();
            throw wished;
        }
    }

    private TaskTree build() throws KojiFailed, InterruptedException {
        if (run.record().owner() == 0 && task.isEmpty()) {
            run.stage(Stage.CHECK, submission::prepare);
            run.progress(0.05);
        }
        if (task.isPresent() && !isOfHub()) {
            long asked = task.getAsLong();
            run.stage(Stage.CHECK, () -> hub.meet(asked));
        }
        List<TaskTree> end = new ArrayList<>();
        run.stage(run.record().order().stage(), () -> {
            if (task.isEmpty()) {
                task = OptionalLong.of(submission.work());
                memory.created();
            }
            TaskTree tree = watch.toTheEnd(task.getAsLong());
            end.add(tree);
        });
        return end.getFirst();
    }

    /** Cancels politely: the hub ends the task's children as well, and their logs are fetched to the end. */
    private Outcome cancel() throws KojiFailed, InterruptedException {
        OptionalLong known = task.isPresent()
                ? task
                : submission.lookFor().map(OptionalLong::of).orElse(OptionalLong.empty());
        if (known.isEmpty()) {
            run.log(LogSeverity.INFO, "Stopped before the hub had a task");
            return Outcome.STOPPED;
        }
        long id = known.getAsLong();
        KojiAnswer answer = hub.act(List.of("cancel", String.valueOf(id)));
        for (int attempt = 2; answer instanceof KojiAnswer.Silent silent && attempt <= CANCEL_ATTEMPTS; attempt++) {
            hub.waitFor(silent);
            answer = hub.act(List.of("cancel", String.valueOf(id)));
        }
        if (!(answer instanceof KojiAnswer.Given)) {
            uncanceled = true;
            KojiFailed why = KojiFailed.of(hub.client(), answer);
            run.problem(
                    "Task " + id + " was not canceled and goes on. " + why.reason(),
                    "cancel it with: " + hub.client().typed("cancel", String.valueOf(id)));
            return Outcome.STOPPED;
        }
        TaskTree tree = watch.toTheEnd(id);
        run.log(
                LogSeverity.INFO,
                "Task " + tree.root().title() + " is " + tree.root().state().word());
        return Outcome.STOPPED;
    }

    /** Whether the hub told of the task, so that it goes on there whatever happens here. */
    private boolean isOfHub() {
        return task.isPresent()
                && (run.record().owner() != 0
                        || new KojiFolder(run.folder()).tree().isPresent());
    }

    private void sayHowToGoOn() {
        String goOn = "milliner koji watch " + run.folder().getFileName();
        if (task.isPresent() && !isOfHub()) {
            run.log(LogSeverity.INFO, "Left before the hub told of task " + task.getAsLong());
            return;
        }
        run.log(
                LogSeverity.INFO,
                task.isPresent()
                        ? "Task " + task.getAsLong() + " goes on on the hub; watch it with: " + goOn
                        : "Left before the hub had a task; go on with: " + goOn);
    }

    private void keepEnd(Outcome outcome) {
        try {
            run.keep(run.record().withOutcome(outcome));
        } catch (KojiFailed full) {
            run.log(LogSeverity.WARNING, full.reason());
        }
    }

    private void finish(Outcome outcome, List<Artifact> artifacts) {
        Instant started = run.record().started();
        BuildResult end = new BuildResult(
                String.valueOf(run.folder().getFileName()),
                run.record().order().name(),
                outcome,
                started,
                Elapsed.since(started),
                outcome == Outcome.SUCCEEDED ? List.copyOf(artifacts) : List.of(),
                List.of(),
                LevelCounts.NONE,
                run.problems(),
                KojiRun.log(run.folder()),
                Optional.empty());
        result = end;
        boolean known = isOfHub() || outcome == Outcome.STOPPED;
        memory.ended(end, known && run.record().outcome().isEmpty());
        try {
            run.send(new Finished(end));
        } finally {
            run.close();
            over.countDown();
        }
    }
}
