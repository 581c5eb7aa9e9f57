package dev.milliner.workbench.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/** Writes what the workbench remembers every few seconds where that changed, so that a kill forgets nothing of it. */
final class MemoryKeeper implements AutoCloseable {
    private static final long SECONDS = 3;

    private final Path file;
    private final Supplier<Memory> now;
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("memory").factory());

    private @Nullable Memory written;

    /**
     * Begins.
     *
     * @param file where it is written
     * @param now what is to be remembered; asked on the JavaFX thread
     */
    MemoryKeeper(Path file, Supplier<Memory> now) {
        this.file = file;
        this.now = now;
        ScheduledFuture<?> ignored =
                writer.scheduleWithFixedDelay(() -> Platform.runLater(this::look), SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        Memory memory = now.get();
        try {
            writer.execute(() -> write(memory));
        } catch (RejectedExecutionException closed) {
            // What closes the window writes it.
        }
    }

    private void write(Memory memory) {
        if (!memory.equals(written)) {
            try {
                memory.write(file);
                written = memory;
            } catch (IOException full) {
                // It is tried again, and told of when the window closes.
            }
        }
    }

    /** Ends after what is being written, which must not come after what is written last. */
    @Override
    public void close() throws InterruptedException {
        writer.shutdown();
        if (!writer.awaitTermination(5, TimeUnit.SECONDS)) {
            writer.shutdownNow();
        }
    }
}
