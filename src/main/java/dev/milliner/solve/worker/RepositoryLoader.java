package dev.milliner.solve.worker;

import dev.milliner.rpm.RepositoryMetadata;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;

/** Loads repositories: from this program's own cache where that is sound, else from their XML. */
final class RepositoryLoader {
    private final Libsolv solv;
    private final SolvCache cache;

    RepositoryLoader(Libsolv solv, SolvCache cache) {
        this.solv = solv;
        this.cache = cache;
    }

    /** Loads a repository into an empty one of libsolv's. */
    void load(MemorySegment pool, MemorySegment repo, RepositoryMetadata metadata) {
        var cached = cache.find(metadata);
        if (cached.isPresent()) {
            int status = read(cached.get(), file -> solv.number("repo_add_solv", repo, file, 0));
            if (status == 0) {
                return;
            }
            solv.call("repo_empty", repo, 1);
        }
        int status = read(metadata.primary(), file -> solv.number("repo_add_rpmmd", repo, file, MemorySegment.NULL, 0));
        if (status != 0) {
            throw new WorkerException(
                    WorkerReply.Failure.METADATA,
                    "The metadata of " + metadata.id() + " cannot be read: " + solv.string("pool_errstr", pool));
        }
        cache.keep(metadata, path -> write(repo, path));
    }

    private boolean write(MemorySegment repo, Path path) {
        MemorySegment file = solv.pointer("fopen", path.toString(), "w");
        if (file.equals(MemorySegment.NULL)) {
            return false;
        }
        int status = solv.number("repo_write", repo, file);
        return solv.number("fclose", file) == 0 && status == 0;
    }

    private interface Reading {
        int read(MemorySegment file);
    }

    private int read(Path path, Reading reading) {
        // It picks the decompressor by the suffix.
        MemorySegment file = solv.pointer("solv_xfopen", path.toString(), "r");
        if (file.equals(MemorySegment.NULL)) {
            throw new WorkerException(WorkerReply.Failure.METADATA, "The file " + path + " cannot be opened.");
        }
        try {
            return reading.read(file);
        } finally {
            solv.number("fclose", file);
        }
    }
}
