package dev.milliner.solve.worker;

import dev.milliner.rpm.RepositoryMetadata;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;

/** Loads repositories: from this program's own cache where that is sound, else from their XML. */
final class RepositoryLoader {
    private static final int LOCAL_STRINGS = 1 << 2;
    private static final int EXTEND = 1 << 4;

    private final Libsolv solv;
    private final SolvCache cache;

    RepositoryLoader(Libsolv solv, SolvCache cache) {
        this.solv = solv;
        this.cache = cache;
    }

    /** Loads a repository into an empty one of libsolv's. */
    void load(MemorySegment pool, MemorySegment repo, RepositoryMetadata metadata) {
        var cached = cache.find(metadata, SolvCache.Part.PACKAGES);
        if (cached.isPresent()) {
            int status = read(cached.get(), file -> solv.number("repo_add_solv", repo, file, 0));
            if (status == 0) {
                return;
            }
            solv.call("repo_empty", repo, 1);
        }
        parse(pool, repo, metadata, metadata.primary(), 0);
        cache.keep(metadata, SolvCache.Part.PACKAGES, path -> write(path, "repo_write", repo));
    }

    /** Loads the file lists of a repository that is loaded; nothing where it has none. */
    void loadFiles(MemorySegment pool, MemorySegment repo, RepositoryMetadata metadata) {
        if (metadata.fileLists().isEmpty()) {
            return;
        }
        var cached = cache.find(metadata, SolvCache.Part.FILES);
        // Names of folders stay out of the pool's own strings.
        if (cached.isPresent()
                && read(cached.get(), file -> solv.number("repo_add_solv", repo, file, EXTEND | LOCAL_STRINGS)) == 0) {
            return;
        }
        parse(pool, repo, metadata, metadata.fileLists().get(), EXTEND);
        MemorySegment added = solv.pointer("repo_last_repodata", repo);
        cache.keep(metadata, SolvCache.Part.FILES, path -> write(path, "repodata_write", added));
    }

    private void parse(MemorySegment pool, MemorySegment repo, RepositoryMetadata metadata, Path path, int flags) {
        int status = read(path, file -> solv.number("repo_add_rpmmd", repo, file, MemorySegment.NULL, flags));
        if (status != 0) {
            throw new WorkerException(
                    WorkerReply.Failure.METADATA,
                    "The metadata of " + metadata.id() + " cannot be read: " + solv.string("pool_errstr", pool));
        }
    }

    private boolean write(Path path, String function, MemorySegment what) {
        MemorySegment file = solv.pointer("fopen", path.toString(), "w");
        if (file.equals(MemorySegment.NULL)) {
            return false;
        }
        int status = solv.number(function, what, file);
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
