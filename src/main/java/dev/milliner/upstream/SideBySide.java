package dev.milliner.upstream;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Does the same for many, a few at a time: a server is asked by no more than a few at once, and a slow one holds up few. */
public final class SideBySide {
    private static final int AT_ONCE = 4;

    /** How long a cancel goes unseen at most. */
    private static final long GLANCE_MILLIS = 100;

    private SideBySide() {}

    /**
     * Hears of each that is done.
     *
     * @param <R> what comes of one
     */
    @FunctionalInterface
    public interface Progress<R> {
        /**
         * One is done.
         *
         * @param result what came of it
         * @param done how many are done, this one included
         * @param total how many there are
         */
        void done(R result, int done, int total);
    }

    /**
     * Does it for all, or until it is cancelled. What is begun then is ended as far as it can be, and not waited for.
     *
     * @param progress hears of each, on the thread that called, in the order in which they are done
     * @param cancelled asked every tenth of a second
     * @return what came of those that are done, in the order in which they are done
     */
    public static <T, R> List<R> all(
            List<T> those, Function<T, R> work, Progress<R> progress, BooleanSupplier cancelled) {
        ExecutorService workers = Executors.newFixedThreadPool(
                AT_ONCE, Thread.ofPlatform().daemon().name("fetch-", 1).factory());
        try {
            CompletionService<R> going = new ExecutorCompletionService<>(workers);
            those.forEach(one -> going.submit(() -> work.apply(one)));
            List<R> results = new ArrayList<>();
            while (results.size() < those.size() && !cancelled.getAsBoolean()) {
                Future<R> done = going.poll(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
                if (done != null) {
                    results.add(done.get());
                    progress.done(results.getLast(), results.size(), those.size());
                }
            }
            return List.copyOf(results);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return List.of();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        } finally {
            workers.shutdownNow();
        }
    }
}
