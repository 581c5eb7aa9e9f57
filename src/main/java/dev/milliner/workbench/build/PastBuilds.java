package dev.milliner.workbench.build;

import dev.milliner.build.DeadBuilds;
import dev.milliner.build.history.BuildDetails;
import dev.milliner.build.history.BuildRecord;
import dev.milliner.build.history.BuildStore;
import dev.milliner.build.log.Stage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What screens ask of the history; a history that cannot be read tells nothing. All of it reads the disk.
 *
 * @param store where builds have their folders
 */
record PastBuilds(BuildStore store) {
    /** All of them, the newest first. */
    List<BuildRecord> all() {
        try {
            return store.history().all();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    Optional<BuildDetails> find(String id) {
        try {
            return store.history().find(id);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** How long the stages of a target are going to take. */
    Map<Stage, Duration> estimate(String target) {
        try {
            return store.history().estimate(target);
        } catch (IOException unreadable) {
            return Map.of();
        }
    }

    /** Cleans up after builds whose program died. Waits for what goes on cleaning up by itself, up to half a minute. */
    int sweep() {
        try {
            return new DeadBuilds(store).sweep().size();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
