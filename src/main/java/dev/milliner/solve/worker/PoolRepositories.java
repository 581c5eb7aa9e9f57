package dev.milliner.solve.worker;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.milliner.rpm.RepositoryMetadata;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The repositories of a pool. */
final class PoolRepositories {
    private static final int IMPLICIT_OBSOLETE_USES_COLORS = 10;
    private static final long NAME_AT = 0;
    private static final long POOL_AT = 24;
    private static final long START_AT = 32;
    private static final long END_AT = 36;
    private static final long PRIORITY_AT = 48;
    private static final long COST_AT = 52;
    private static final long REPO_SIZE = 56;

    private record Loaded(RepositoryMetadata metadata, MemorySegment address) {}

    private final Libsolv solv;
    private final MemorySegment pool;
    private final RepositoryLoader loader;
    /** By the Id of the first package. */
    private final NavigableMap<Integer, Loaded> loaded = new TreeMap<>();

    /** In their order; one without packages has no first. */
    private final List<Loaded> all = new ArrayList<>();

    private int end;

    PoolRepositories(Libsolv solv, MemorySegment pool, RepositoryLoader loader) {
        this.solv = solv;
        this.pool = pool;
        this.loader = loader;
    }

    void load(List<RepositoryMetadata> repositories) {
        // As DNF: packages of one name and several colours of architecture may stand side by side.
        solv.number("pool_set_flag", pool, IMPLICIT_OBSOLETE_USES_COLORS, 1);
        // As DNF loads them: where packages, groups or modules are equally good, the order decides.
        repositories.stream()
                .sorted(Comparator.comparingInt(RepositoryMetadata::priority)
                        .thenComparingInt(RepositoryMetadata::cost))
                .forEach(metadata -> load(solv.pointer("repo_create", pool, metadata.id()), metadata));
    }

    private void load(MemorySegment address, RepositoryMetadata metadata) {
        loader.load(pool, address, metadata);
        MemorySegment repo = address.reinterpret(REPO_SIZE);
        // The structure has no accessors for these; that they are where they are taken to be is checked first.
        if (!Libsolv.text(repo.get(ADDRESS, NAME_AT)).equals(metadata.id())
                || !repo.get(ADDRESS, POOL_AT).equals(pool)) {
            throw new WorkerException(
                    WorkerReply.Failure.MISSING, "This libsolv lays its repositories out in a way that is not known.");
        }
        // libsolv prefers the higher numbers, DNF the lower; DNF's default priority is libsolv's 0.
        repo.set(JAVA_INT, PRIORITY_AT, RepositoryMetadata.DEFAULT_PRIORITY - metadata.priority());
        repo.set(JAVA_INT, COST_AT, -metadata.cost());
        Loaded one = new Loaded(metadata, address);
        all.add(one);
        loaded.put(repo.get(JAVA_INT, START_AT), one);
        end = Math.max(end, repo.get(JAVA_INT, END_AT));
    }

    void loadFiles() {
        all.forEach(one -> loader.loadFiles(pool, one.address(), one.metadata()));
    }

    List<RepositoryMetadata> metadata() {
        return all.stream().map(Loaded::metadata).toList();
    }

    /** The packages of all. */
    int[] packages() {
        return loaded.isEmpty()
                ? new int[0]
                : IntStream.range(loaded.firstKey(), end).toArray();
    }

    /** The one that a package was loaded from. */
    RepositoryMetadata of(int solvable) {
        return Objects.requireNonNull(loaded.floorEntry(solvable)).getValue().metadata();
    }
}
