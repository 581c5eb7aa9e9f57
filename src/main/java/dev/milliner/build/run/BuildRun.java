package dev.milliner.build.run;

import dev.milliner.build.explain.Explanation;
import dev.milliner.build.log.LogSeverity;
import dev.milliner.build.log.Stage;
import dev.milliner.build.run.BuildEvent.LogLine;
import dev.milliner.build.run.BuildEvent.PrivilegeNeeded;
import dev.milliner.build.run.BuildEvent.ProblemFound;
import dev.milliner.build.run.BuildEvent.Progress;
import dev.milliner.build.run.BuildEvent.StageFinished;
import dev.milliner.build.run.BuildEvent.StageStarted;
import dev.milliner.ground.Amount;
import dev.milliner.ground.Elapsed;
import dev.milliner.ground.Failures;
import dev.milliner.ground.FileTrouble;
import dev.milliner.ground.RunningTool;
import dev.milliner.ground.ToolCommand;
import dev.milliner.ground.ToolReader;
import dev.milliner.ground.Traces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One run of a build: sends its events in order, keeps its log, and carries the wish to stop to whoever works. */
public final class BuildRun implements AutoCloseable {
    private final BuildRequest request;
    private final BuildListener listener;
    private final BuildFolder folder;
    private final BuildLog log;
    private final List<ProblemFound> problems = new ArrayList<>();
    private final Instant started = Instant.now();
    private final Elapsed running = Elapsed.fromNow();
    private final Map<Stage, Duration> stageTimes = new EnumMap<>(Stage.class);
    private Stage stage = Stage.CHECK;
    private long sequence;
    private double fraction;
    private volatile boolean stopRequested;
    private final Set<RunningTool> tools = ConcurrentHashMap.newKeySet();

    public BuildRun(BuildRequest request, BuildListener listener, BuildFolder folder) throws IOException {
        this.request = request;
        this.listener = listener;
        this.folder = folder;
        this.log = new BuildLog(folder.log());
    }

    public BuildRequest request() {
        return request;
    }

    public BuildFolder folder() {
        return folder;
    }

    /** How long each stage took that has ended. */
    public Map<Stage, Duration> stageTimes() {
        return stageTimes;
    }

    /** Work that belongs to one stage. */
    public interface StageWork {
        void run() throws BuildFailed, BuildStopped, InterruptedException;
    }

    /** Runs the engine and cleans up after it, whatever happens. */
    public BuildResult perform(BuildWork work) {
        Outcome outcome = Outcome.FAILED;
        Made made = Made.NOTHING;
        Throwable cause = null;
        try {
            made = work.run(this);
            outcome = Outcome.SUCCEEDED;
            send(new Progress(1));
        } catch (BuildStopped | InterruptedException stopped) {
            outcome = Outcome.STOPPED;
        } catch (BuildFailed failure) {
            outcome = stopRequested ? Outcome.STOPPED : Outcome.FAILED;
            if (!stopRequested) {
                problem(failure.reason(), failure.fix());
                cause = failure.getCause();
            }
        } catch (RuntimeException fault) {
            problem("Milliner itself failed: " + fault, "report it with this log");
            cause = fault;
            Failures.report("The build of " + request.name(), fault);
        }
        log.trouble()
                .ifPresent(lost -> problem(
                        "The log is not whole: " + FileTrouble.of(lost).reason(),
                        FileTrouble.of(lost).remedy()));
        Optional<Explanation> explanation = outcome == Outcome.FAILED ? explain() : Optional.empty();
        if (cause != null) {
            because(cause);
        }
        // A stop interrupts this thread, so that nothing waits for an answer; cleaning up must not be interrupted.
        boolean interrupted = Thread.interrupted();
        tidy();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return new BuildResult(
                folder.id(),
                request.name(),
                outcome,
                started,
                running.time(),
                made.artifacts(),
                made.packages(),
                made.level(),
                List.copyOf(problems),
                folder.log(),
                explanation);
    }

    /** For whoever looks into the log: where a failure came from. No screen shows it. */
    private void because(Throwable cause) {
        Traces.of(cause)
                .lines()
                .forEach(line -> log.write(new LogLine(0, Instant.now(), LogSeverity.DEBUG, line, stage)));
        log.flush();
    }

    private Optional<Explanation> explain() {
        try {
            return BuildFailure.explain(request, folder, stage);
        } catch (IOException unreadable) {
            log(LogSeverity.WARNING, "The log cannot be explained: " + FileTrouble.words(unreadable));
            return Optional.empty();
        }
    }

    /** Runs one stage between its two events. */
    public void stage(Stage next, StageWork work) throws BuildFailed, BuildStopped, InterruptedException {
        checkStopped();
        stage = next;
        send(new StageStarted(next, Instant.now()));
        progress(0);
        Elapsed working = Elapsed.fromNow();
        boolean succeeded = false;
        try {
            work.run();
            checkStopped();
            succeeded = true;
            progress(1);
        } finally {
            stageTimes.put(next, working.time());
            send(new StageFinished(next, Instant.now(), succeeded));
        }
    }

    /**
     * Says how far the current stage is.
     *
     * @param ofStage from 0 to 1
     */
    public synchronized void progress(double ofStage) {
        double whole = StageShare.before(stage) + StageShare.of(stage) * Math.clamp(ofStage, 0, 1);
        if (whole > fraction) {
            fraction = whole;
            send(new Progress(whole));
        }
    }

    public synchronized void log(LogSeverity severity, String text) {
        LogLine line = new LogLine(++sequence, Instant.now(), severity, text, stage);
        log.write(line);
        // Lines of a tool come by the thousand; they are handed on together.
        if (tools.stream().noneMatch(RunningTool::isReadHere)) {
            log.flush();
        }
        send(line);
    }

    /** Tells what makes a build fail. */
    public void problem(String message, String fix) {
        tell(LogSeverity.ERROR, message, fix);
    }

    /** Tells what is doubtful of what was made; the build goes well all the same. */
    public void doubt(String message, String fix) {
        tell(LogSeverity.WARNING, message, fix);
    }

    private synchronized void tell(LogSeverity severity, String message, String fix) {
        ProblemFound found = new ProblemFound(stage, message, fix);
        problems.add(found);
        log(severity, fix.isEmpty() ? message : message + ": " + fix);
        send(found);
    }

    public synchronized void send(BuildEvent event) {
        listener.happened(event);
    }

    /** Asks for leave to run a command as root. */
    public boolean confirm(PrivilegeNeeded needed) throws InterruptedException {
        send(needed);
        return listener.confirm(needed);
    }

    public boolean stopRequested() {
        return stopRequested;
    }

    public void checkStopped() throws BuildStopped {
        if (stopRequested) {
            throw new BuildStopped();
        }
    }

    public void stop() {
        stopRequested = true;
        tools.forEach(RunningTool::stop);
    }

    /** As {@link #stop}, without giving the tool time to undo what it did. */
    public void stopNow() {
        stop();
        tools.forEach(RunningTool::stopNow);
    }

    /**
     * Runs a tool to its end; every line it prints goes to the reader.
     *
     * @return its exit status
     */
    public int run(ToolCommand command, ToolReader reader) throws BuildFailed, BuildStopped {
        checkStopped();
        log(LogSeverity.DEBUG, "$ " + command.shown());
        return ask(command, reader);
    }

    /** The same without a word in the log. May be called by several threads. */
    public int ask(ToolCommand command, ToolReader reader) throws BuildFailed, BuildStopped {
        checkStopped();
        RunningTool tool = null;
        try (RunningTool running = RunningTool.start(command, reader, log::flush)) {
            tool = running;
            tools.add(running);
            if (stopRequested) {
                running.stop();
            }
            int status = running.await();
            checkStopped();
            tellOfSurvivors(command, running.outlived());
            return status;
        } catch (IOException failure) {
            throw new BuildFailed("Could not run " + command.words().getFirst(), failure);
        } finally {
            if (tool != null) {
                tools.remove(tool);
            }
        }
    }

    /** Contained commands tell of them themselves. */
    private void tellOfSurvivors(ToolCommand command, int count) {
        if (count > 0) {
            String program = String.valueOf(Path.of(command.words().getFirst()).getFileName());
            log(
                    LogSeverity.WARNING,
                    Amount.of(count, "process") + " outlived "
                            + program
                            + Amount.either(count, " and was ended", " and were ended"));
        }
    }

    @Override
    public void close() {
        log.close();
    }

    /** Work files go when the build is over; the log and the artifacts stay. */
    private void tidy() {
        try {
            folder.delete(folder.work());
            Files.deleteIfExists(folder.owner());
        } catch (IOException failure) {
            log(LogSeverity.WARNING, "The folder " + folder.work() + " stays: " + FileTrouble.words(failure));
        }
    }
}
