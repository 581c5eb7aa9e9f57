package dev.milliner.source;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jgit.lib.ObjectId;

/**
 * What git calls files of a work tree whose clock git's index does not know, as after a copy of the tree. Git reads such files anew each
 * time until its index is written, which only its user does. Safe for several threads.
 */
public final class DiskHashes {
    /** A file that is changed twice within a tick of the disk's clock looks as if it were changed once. */
    private static final Duration TICK = Duration.ofSeconds(2);

    private final ConcurrentHashMap<String, Known> known = new ConcurrentHashMap<>();

    private record Known(Stamp stamp, ObjectId id) {}

    /** What tells that a file is as it was: how many bytes it has, and when it was changed last. */
    record Stamp(long length, Instant changed) {}

    Optional<ObjectId> of(String path, Stamp stamp) {
        Known one = known.get(path);
        return one != null && one.stamp().equals(stamp) ? Optional.of(one.id()) : Optional.empty();
    }

    void remember(String path, Stamp stamp, ObjectId id) {
        if (stamp.changed().isBefore(Instant.now().minus(TICK))) {
            known.put(path, new Known(stamp, id));
        }
    }
}
