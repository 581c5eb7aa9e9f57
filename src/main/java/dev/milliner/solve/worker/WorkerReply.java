package dev.milliner.solve.worker;

import dev.milliner.solve.SolveAnswer;
import org.jspecify.annotations.Nullable;

/**
 * What the worker sends back: an answer, or why it has none.
 *
 * @param answer the answer
 * @param failure what kept it from answering
 * @param message the failure in words
 */
public record WorkerReply(
        @Nullable SolveAnswer answer,
        @Nullable Failure failure,
        @Nullable String message) {
    /** Kinds of failures. */
    public enum Failure {
        /** libsolv, or something it must have, is not installed. */
        MISSING,
        /** A repository's metadata cannot be read. */
        METADATA,
        /** Anything else. */
        FAILED
    }
}
