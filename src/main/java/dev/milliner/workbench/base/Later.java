package dev.milliner.workbench.base;

import dev.milliner.ground.Failures;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;

/**
 * Work whose newest request alone counts: it is done on a thread of its own, and its answer reaches the screen only if
 * nothing newer was asked for meanwhile. Work that fails is reported, and counts as answered.
 */
public final class Later implements AutoCloseable {
    private static final long IDLE_SECONDS = 10;

    private final String name;
    private final AtomicLong wanted = new AtomicLong();
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong left = new AtomicLong();
    private ThreadPoolExecutor worker;

    /**
     * Makes a line of work.
     *
     * @param name what is worked out on it, also the name of its thread
     */
    public Later(String name) {
        this.name = name;
        worker = worker(name);
    }

    private static ThreadPoolExecutor worker(String name) {
        ThreadPoolExecutor worker = new ThreadPoolExecutor(
                1,
                1,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name(name).factory());
        worker.allowCoreThreadTimeOut(true);
        return worker;
    }

    /**
     * Asks for something; nothing happens any more once it is closed.
     *
     * @param work finds the answer, off the JavaFX thread
     * @param show takes the answer, on the JavaFX thread
     */
    public <T> void ask(Supplier<T> work, Consumer<T> show) {
        long number = wanted.incrementAndGet();
        try {
            execute(() -> work(number, work, show));
        } catch (RejectedExecutionException closed) {
            answered(number);
        }
    }

    private synchronized void execute(Runnable work) {
        worker.execute(work);
    }

    private <T> void work(long number, Supplier<T> work, Consumer<T> show) {
        if (number != wanted.get()) {
            return;
        }
        Underway.Work underway = Underway.begin(name, () -> letGo(number));
        try {
            T answer = work.get();
            Platform.runLater(() -> show(number, answer, show));
        } catch (RuntimeException | Error failure) {
            failed(number, failure);
        } finally {
            Underway.end(underway);
        }
    }

    private <T> void show(long number, T answer, Consumer<T> show) {
        if (number != wanted.get()) {
            return;
        }
        try {
            show.accept(answer);
            answered(number);
        } catch (RuntimeException failure) {
            failed(number, failure);
        }
    }

    /** What is shown may itself have asked for more, or dropped it. */
    private void answered(long number) {
        answered.accumulateAndGet(number, Math::max);
    }

    private void failed(long number, Throwable failure) {
        answered(number);
        if (number > left.get() && !isClosed()) {
            Failures.report("Working out " + name, failure);
        }
    }

    private synchronized boolean isClosed() {
        return worker.isShutdown();
    }

    /**
     * Lets what is worked out go: its answer does not reach the screen, and what is asked for from now on does not wait for it. It is
     * not interrupted, as what it had not read then would be remembered as not to be read.
     */
    private synchronized void letGo(long number) {
        if (number > left.get() && !worker.isShutdown()) {
            left.set(wanted.get());
            cancel();
            worker.shutdown();
            worker = worker(name);
        }
    }

    /** Drops what was asked for and not yet shown. */
    public void cancel() {
        answered(wanted.incrementAndGet());
    }

    /** Tells whether all that was asked for is shown. */
    public boolean isSettled() {
        return answered.get() == wanted.get();
    }

    /** Drops what was asked for, and takes no more. */
    @Override
    public synchronized void close() {
        cancel();
        worker.shutdownNow();
    }
}
