package dev.milliner.workbench.base;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * Does something once it was not asked for anew for a while. Unlike an animation it does not keep the screen's clock running
 * meanwhile, which costs what a key costs. All of it is on the JavaFX thread.
 */
public final class Rest {
    private static final ScheduledThreadPoolExecutor CLOCK = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("rests").factory());

    static {
        CLOCK.setRemoveOnCancelPolicy(true);
    }

    private final Duration length;
    private final Runnable action;
    private @Nullable ScheduledFuture<?> waiting;
    private long number;

    /**
     * Makes one that has not begun.
     *
     * @param length how long nothing asks for it
     * @param action what is done then
     */
    public Rest(Duration length, Runnable action) {
        this.length = length;
        this.action = action;
    }

    /** Begins it, or begins it anew. */
    public void begin() {
        end();
        long begun = number;
        waiting = CLOCK.schedule(() -> Platform.runLater(() -> over(begun)), length.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void over(long begun) {
        if (begun == number && waiting != null) {
            waiting = null;
            action.run();
        }
    }

    /** Tells whether it has begun and is not over. */
    public boolean isRunning() {
        return waiting != null;
    }

    /** Ends it without doing anything. */
    public void end() {
        number++;
        if (waiting != null) {
            waiting.cancel(false);
            waiting = null;
        }
    }
}
