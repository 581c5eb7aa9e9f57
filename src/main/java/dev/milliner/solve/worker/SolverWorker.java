package dev.milliner.solve.worker;

import dev.milliner.rpm.RepositoryMetadata;
import dev.milliner.solve.ArchitecturePolicy;
import dev.milliner.solve.SolveRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The worker's entry: reads requests from its standard input and answers each, until the input ends. */
public final class SolverWorker {
    private static final int POOLS_KEPT = 4;

    private record PoolKey(List<String> repositories, ArchitecturePolicy policy) {}

    private final Path cache;
    private final Map<PoolKey, PackagePool> pools = new Recent<>(POOLS_KEPT + 1);
    private @Nullable Libsolv solv;

    private SolverWorker(Path cache) {
        this.cache = cache;
    }

    /**
     * The process entry.
     *
     * @param arguments the folder of the cache
     */
    public static void main(String[] arguments) throws IOException {
        SolverWorker worker = new SolverWorker(Path.of(arguments[0]));
        try (Frames frames = Frames.ofProcess()) {
            for (byte[] request = frames.read(); request != null; request = frames.read()) {
                frames.write(Frames.bytes(worker.reply(Frames.value(request, SolveRequest.class))));
            }
        }
    }

    private WorkerReply reply(SolveRequest request) {
        try {
            return new WorkerReply(new Answers(pool(request), request).answer(), null, null);
        } catch (WorkerException failure) {
            return new WorkerReply(null, failure.kind(), failure.getMessage());
        } catch (RuntimeException failure) {
            return new WorkerReply(null, WorkerReply.Failure.FAILED, failure.toString());
        }
    }

    private PackagePool pool(SolveRequest request) {
        PoolKey key = new PoolKey(
                request.repositories().stream().map(SolverWorker::identity).toList(), request.policy());
        PackagePool known = pools.get(key);
        if (known != null) {
            return known;
        }
        if (pools.size() == POOLS_KEPT) {
            Iterator<PackagePool> eldest = pools.values().iterator();
            eldest.next().close();
            eldest.remove();
        }
        Libsolv library = library();
        RepositoryLoader loader = new RepositoryLoader(library, new SolvCache(cache, library.version()));
        PackagePool made = new PackagePool(library, loader, request.repositories(), request.policy());
        pools.put(key, made);
        return made;
    }

    private static String identity(RepositoryMetadata metadata) {
        return metadata.id() + "\n" + metadata.checksum() + "\n" + metadata.priority() + "\n" + metadata.cost() + "\n"
                + metadata.primary();
    }

    private Libsolv library() {
        if (solv == null) {
            try {
                solv = new Libsolv();
            } catch (IllegalArgumentException missing) {
                throw new WorkerException(
                        WorkerReply.Failure.MISSING,
                        "libsolv is not installed. Install it: dnf install libsolv, or apt install libsolv1 libsolvext1.");
            }
        }
        return solv;
    }
}
