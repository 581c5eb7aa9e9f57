package dev.milliner.refactor;

import java.io.Serial;

/** Why a refactoring cannot be done, in a sentence or two. */
final class Obstacle extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    Obstacle(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
