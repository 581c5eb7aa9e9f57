package dev.milliner.workbench.base;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;

/**
 * Work whose newest request alone counts: it is done on a thread of its own, and its answer reaches the screen only if
 * nothing newer was asked for meanwhile.
 */
public final class Later {
    private final AtomicLong wanted = new AtomicLong();
    private final AtomicLong answered = new AtomicLong();
    private final ExecutorService worker;

    /**
     * Makes a line of work.
     *
     * @param name the thread's name
     */
    public Later(String name) {
        worker = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    /**
     * Asks for something.
     *
     * @param work finds the answer, off the JavaFX thread
     * @param show takes the answer, on the JavaFX thread
     */
    public <T> void ask(Supplier<T> work, Consumer<T> show) {
        long number = wanted.incrementAndGet();
        worker.execute(() -> {
            if (number == wanted.get()) {
                T answer = work.get();
                Platform.runLater(() -> {
                    if (number == wanted.get()) {
                        show.accept(answer);
                        answered.set(number);
                    }
                });
            }
        });
    }

    /** Drops what was asked for and not yet shown. */
    public void cancel() {
        answered.set(wanted.incrementAndGet());
    }

    /** Tells whether all that was asked for is shown. */
    public boolean isSettled() {
        return answered.get() == wanted.get();
    }
}
