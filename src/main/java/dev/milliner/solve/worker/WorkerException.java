package dev.milliner.solve.worker;

import java.io.Serial;

/** Why the worker cannot answer. */
final class WorkerException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final WorkerReply.Failure kind;

    WorkerException(WorkerReply.Failure kind, String message) {
        super(message);
        this.kind = kind;
    }

    WorkerReply.Failure kind() {
        return kind;
    }
}
