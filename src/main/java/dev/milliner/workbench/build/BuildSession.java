package dev.milliner.workbench.build;

import dev.milliner.build.Build;
import dev.milliner.build.history.BuildStore;
import dev.milliner.build.log.Stage;
import dev.milliner.build.run.BuildEvent;
import dev.milliner.build.run.BuildListener;
import dev.milliner.build.run.BuildRequest;
import dev.milliner.build.run.BuildResult;
import dev.milliner.ground.Elapsed;
import dev.milliner.workbench.base.Choices;
import dev.milliner.workbench.words.Wording;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * One build as the screens see it. Events come from the build's threads and reach the screen in batches, some thirty a
 * second, however fast the build writes.
 */
public final class BuildSession implements BuildListener {
    /** How long stages have taken is told once a second. */
    private static final long TICK_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** The screen hears of a build no more often than it can show. */
    private static final Executor SOON = CompletableFuture.delayedExecutor(33, TimeUnit.MILLISECONDS);

    private final BuildRequest request;
    private final Choices choices;
    private final Instant started = Instant.now();
    private final List<BuildEvent.ProblemFound> problems = new ArrayList<>();
    private final Map<Stage, StageState> stages = new EnumMap<>(Stage.class);
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State(0, Stage.CHECK, null, 0));
    private final ReadOnlyLongWrapper growth = new ReadOnlyLongWrapper();
    private final Deque<BuildEvent> waiting = new ArrayDeque<>();
    private boolean flushing;
    private long told;
    private long lines;
    private @Nullable Build build;

    /**
     * How far a build is.
     *
     * @param fraction from 0 to 1
     * @param stage the stage that runs
     * @param result what came of it, or null while it runs
     * @param version grows with every change, so that listeners hear of stages and problems too
     */
    public record State(
            double fraction, Stage stage, @Nullable BuildResult result, long version) {
        /** Tells whether it runs. */
        public boolean isRunning() {
            return result == null;
        }
    }

    /**
     * How a stage is.
     *
     * @param started when it began
     * @param finished when it ended, or null while it runs
     * @param succeeded false where it failed or was stopped
     */
    public record StageState(Instant started, @Nullable Instant finished, boolean succeeded) {
        /** One that has ended. */
        static StageState ended(Instant started, Duration time, boolean succeeded) {
            return new StageState(started, started.plus(time), succeeded);
        }

        /** How long it took, or has taken until now. */
        public Duration duration() {
            return Elapsed.between(started, finished == null ? Instant.now() : finished);
        }
    }

    private BuildSession(BuildRequest request, Choices choices) {
        this.request = request;
        this.choices = choices;
    }

    /**
     * Starts a build.
     *
     * @throws IOException if its folder can't be made
     */
    public static BuildSession start(BuildRequest request, Choices choices, BuildStore store) throws IOException {
        BuildSession session = new BuildSession(request, choices);
        session.build = Build.start(request, session, store);
        return session;
    }

    @Override
    public void happened(BuildEvent event) {
        synchronized (waiting) {
            // Lines are read from the log's file; how many there are is all that is kept of them.
            if (event instanceof BuildEvent.LogLine line) {
                lines = line.sequence();
            } else {
                waiting.add(event);
            }
            if (flushing) {
                return;
            }
            flushing = true;
        }
        SOON.execute(() -> Platform.runLater(this::flush));
    }

    @Override
    public boolean confirm(BuildEvent.PrivilegeNeeded needed) throws InterruptedException {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        Platform.runLater(() -> answer.complete(choices.confirm(
                Wording.of("build.session.build-needs-root"),
                needed.reason() + "\n\n" + String.join(" ", needed.command()),
                Wording.of("build.session.run-it"))));
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The question was not asked", e);
        }
    }

    private void flush() {
        List<BuildEvent> batch;
        synchronized (waiting) {
            batch = List.copyOf(waiting);
            waiting.clear();
            flushing = false;
        }
        growth.set(lineCount());
        if (batch.isEmpty() && System.nanoTime() - told < TICK_NANOS) {
            return;
        }
        told = System.nanoTime();
        State now = state.get();
        for (BuildEvent event : batch) {
            switch (event) {
                case BuildEvent.LogLine line -> {
                    // Counted when it came.
                }
                case BuildEvent.Progress progress ->
                    now = new State(progress.fraction(), now.stage(), now.result(), now.version());
                case BuildEvent.StageStarted begun -> {
                    stages.put(begun.stage(), new StageState(begun.time(), null, true));
                    now = new State(now.fraction(), begun.stage(), now.result(), now.version());
                }
                case BuildEvent.StageFinished ended ->
                    stages.computeIfPresent(
                            ended.stage(),
                            (stage, before) -> new StageState(before.started(), ended.time(), ended.succeeded()));
                case BuildEvent.ProblemFound problem -> problems.add(problem);
                case BuildEvent.PrivilegeNeeded needed -> {
                    // Asked by confirm, which shows the command.
                }
                case BuildEvent.Finished finished ->
                    now = new State(now.fraction(), now.stage(), finished.result(), now.version());
            }
        }
        state.set(new State(now.fraction(), now.stage(), now.result(), now.version() + 1));
    }

    /** Stops it, politely at first. */
    public void stop() {
        if (build != null) {
            build.stop();
        }
    }

    /** The name of what is built. */
    public String target() {
        return request.name();
    }

    /** What was asked for. */
    public BuildRequest request() {
        return request;
    }

    /** When it began. */
    public Instant started() {
        return started;
    }

    /** The build's name, also its folder's. */
    Optional<String> id() {
        return Optional.ofNullable(build).map(Build::id);
    }

    /** The file of the whole log; it grows while the build runs. */
    public @Nullable Path log() {
        return build == null ? null : build.log();
    }

    /** How many lines the log has. */
    public long lineCount() {
        synchronized (waiting) {
            return lines;
        }
    }

    /** What went wrong, in the order it was found. */
    public List<BuildEvent.ProblemFound> problems() {
        return List.copyOf(problems);
    }

    /** How a stage is, or null where it has not begun. */
    public @Nullable StageState stage(Stage stage) {
        return stages.get(stage);
    }

    /** How many lines the log has, as the screen may show them. Changes on the JavaFX thread. */
    ReadOnlyLongProperty growthProperty() {
        return growth.getReadOnlyProperty();
    }

    /** How far it is. Changes on the JavaFX thread, while only the log grows once a second. */
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Tells whether it runs. */
    public boolean isRunning() {
        return state.get().isRunning();
    }
}
