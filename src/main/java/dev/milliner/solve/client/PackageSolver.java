package dev.milliner.solve.client;

import dev.milliner.ground.UserFolder;
import dev.milliner.solve.SolveAnswer;
import dev.milliner.solve.SolveRequest;
import dev.milliner.solve.SolverException;
import dev.milliner.solve.worker.Frames;
import dev.milliner.solve.worker.WorkerReply;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Finds the packages that DNF would install. libsolv works in a process of its own, started with the first request, kept
 * for the next ones, and started again after it died. Requests of several threads are answered one after the other.
 */
public final class PackageSolver implements AutoCloseable {
    /** Loading two repositories of Fedora's size from XML takes a few seconds on a slow host. */
    public static final Duration LIMIT = Duration.ofSeconds(60);

    private final Path cache;
    private final Duration limit;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable WorkerProcess worker;

    /** With the user's cache and the usual limit. */
    public PackageSolver() {
        this(UserFolder.CACHE.ours().resolve("solv"), LIMIT);
    }

    /**
     * With a cache and a limit of its own.
     *
     * @param cache the folder that keeps loaded repositories
     * @param limit how long one request may take
     */
    public PackageSolver(Path cache, Duration limit) {
        this.cache = cache;
        this.limit = limit;
    }

    /**
     * Solves a request.
     *
     * @throws SolverException when there is no answer; that there is no set is an answer with problems
     */
    public SolveAnswer solve(SolveRequest request) throws SolverException {
        lock.lock();
        try {
            WorkerProcess running = running();
            try {
                return answer(Frames.value(running.ask(Frames.bytes(request), limit), WorkerReply.class));
            } catch (SolverException failure) {
                if (!running.isAlive()) {
                    worker = null;
                }
                throw failure;
            }
        } finally {
            lock.unlock();
        }
    }

    private WorkerProcess running() throws SolverException {
        WorkerProcess known = worker;
        if (known != null && known.isAlive()) {
            return known;
        }
        try {
            WorkerProcess started = WorkerProcess.start(cache);
            worker = started;
            return started;
        } catch (IOException impossible) {
            throw new SolverException(
                    SolverException.Cause.FAILED, "The solver cannot be started: " + impossible.getMessage());
        }
    }

    private static SolveAnswer answer(WorkerReply reply) throws SolverException {
        WorkerReply.Failure failure = reply.failure();
        if (failure == null) {
            return Objects.requireNonNull(reply.answer());
        }
        SolverException.Cause cause =
                switch (failure) {
                    case MISSING -> SolverException.Cause.MISSING;
                    case METADATA -> SolverException.Cause.METADATA;
                    case FAILED -> SolverException.Cause.FAILED;
                };
        throw new SolverException(cause, Objects.requireNonNullElse(reply.message(), "The solver failed."));
    }

    /** The worker's process id, while there is one. */
    public Optional<Long> processId() {
        WorkerProcess known = worker;
        return known == null || !known.isAlive() ? Optional.empty() : Optional.of(known.processId());
    }

    /** Ends the worker. A request that is under way fails; a later one starts a worker again. */
    @Override
    public void close() {
        WorkerProcess known = worker;
        worker = null;
        if (known != null) {
            known.close();
        }
    }
}
