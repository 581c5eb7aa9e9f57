package dev.milliner.workbench.commit;

import java.util.Optional;

/**
 * How a deed ended.
 *
 * @param state what could be committed then; empty where that can't be read
 * @param said what is to be said of it
 * @param isRefused whether it was not done
 */
record DeedOutcome(Optional<CommitState> state, String said, boolean isRefused) {}
