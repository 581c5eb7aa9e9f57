package dev.milliner.upstream;

import dev.milliner.ground.FetchTrouble;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.api.errors.TransportException;

/**
 * Tries again what may pass.
 *
 * @param pauses how long to wait before each further try
 */
record Tries(List<Duration> pauses) {
    /** Three in all, over a few seconds. */
    static final Tries USUAL = new Tries(List.of(Duration.ofSeconds(1), Duration.ofSeconds(3)));

    /** What is tried. */
    @FunctionalInterface
    interface Work<T> {
        /** Tries it. */
        T go() throws IOException, GitAPIException;
    }

    /** Tries until it goes well, may not pass, or was tried often enough; the last try's failure is thrown. */
    <T> T of(Work<T> work) throws IOException, GitAPIException {
        for (Duration pause : pauses) {
            try {
                return once(work);
            } catch (IOException | GitAPIException failure) {
                if (!FetchTrouble.of(failure).mayPass() || !rested(pause)) {
                    throw failure;
                }
            }
        }
        return once(work);
    }

    /** What JGit did not foresee, such as an address that it has no transport for, is a failure like others. */
    private static <T> T once(Work<T> work) throws IOException, GitAPIException {
        try {
            return work.go();
        } catch (JGitInternalException unforeseen) {
            throw new TransportException(String.valueOf(unforeseen.getMessage()), unforeseen);
        }
    }

    /** Whoever stops the thread wants no further try. */
    private static boolean rested(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
