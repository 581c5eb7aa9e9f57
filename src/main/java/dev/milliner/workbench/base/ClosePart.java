package dev.milliner.workbench.base;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A part of the workbench that has a say when something is closed. */
@FunctionalInterface
public interface ClosePart {
    /** One that has nothing to say. */
    ClosePart NOTHING = () -> Optional.of(Farewell.NOTHING);

    /**
     * What a part does when all parts have said yes.
     *
     * @param prepare saves what is to be saved; answers false, after saying why, where that failed and nothing may be
     *     closed
     * @param end ends what runs; called only when all have prepared
     */
    record Farewell(Supplier<CompletableFuture<Boolean>> prepare, Runnable end) {
        /** Nothing to do. */
        public static final Farewell NOTHING = ending(() -> {});

        /** One that has nothing to prepare. */
        public static Farewell ending(Runnable end) {
            return new Farewell(() -> CompletableFuture.completedFuture(true), end);
        }
    }

    /** Asks the person, if need be. Nothing changes yet. Empty where the answer is no. */
    Optional<Farewell> ask();
}
