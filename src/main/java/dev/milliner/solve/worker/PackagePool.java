package dev.milliner.solve.worker;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.milliner.rpm.RepositoryMetadata;
import dev.milliner.solve.ArchitecturePolicy;
import dev.milliner.solve.SolvePhase;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A pool with its repositories loaded. Belongs to one thread. */
final class PackagePool implements AutoCloseable {
    private static final int SOLVED_KEPT = 512;
    private static final int RPM = 0;
    private static final int DEBUG_TO_STDERR = 1 << 30;
    private static final int IMPLICIT_OBSOLETE_USES_COLORS = 10;
    private static final long NAME_AT = 0;
    private static final long POOL_AT = 24;
    private static final long START_AT = 32;
    private static final long END_AT = 36;
    private static final long PRIORITY_AT = 48;
    private static final long REPO_SIZE = 56;

    private final Libsolv solv;
    private final MemorySegment pool;
    private final Solvables solvables;
    private final RepositoryLoader loader;
    private final Map<Integer, int[]> obsoleters = new HashMap<>();
    private final Map<Integer, int[]> providers = new HashMap<>();
    private final Map<Integer, int[]> requires = new HashMap<>();
    private final Map<Integer, int[]> recommends = new HashMap<>();
    private final Map<Integer, PackageFacts> facts = new HashMap<>();
    private final NavigableMap<Integer, String> ranges = new TreeMap<>();
    private final Map<PhaseKey, PhaseOutcome> solved = new Recent<>(SOLVED_KEPT);
    private final Map<String, List<Set<Integer>>> candidates = new HashMap<>();
    private final Map<List<Integer>, Integer> sets = new HashMap<>();
    private final InstalledRoot installed;
    private final Set<String> names = new TreeSet<>();
    private int end;

    PackagePool(
            Libsolv solv, RepositoryLoader loader, List<RepositoryMetadata> repositories, ArchitecturePolicy policy) {
        this.solv = solv;
        this.loader = loader;
        this.pool = solv.pointer("pool_create");
        this.solvables = new Solvables(solv, pool);
        this.installed = new InstalledRoot(this);
        try {
            load(repositories, policy);
        } catch (WorkerException broken) {
            solv.call("pool_free", pool);
            throw broken;
        }
    }

    private void load(List<RepositoryMetadata> repositories, ArchitecturePolicy policy) {
        // Debian's library takes its own package format unless told otherwise before anything else.
        if (solv.number("pool_setdisttype", pool, RPM) < 0) {
            throw new WorkerException(
                    WorkerReply.Failure.MISSING, "This libsolv was built without RPM support; install another build.");
        }
        solv.call("pool_setdebugmask", pool, DEBUG_TO_STDERR);
        solv.call("pool_setarchpolicy", pool, policy.text());
        // As DNF: packages of one name and several colours of architecture may stand side by side.
        solv.number("pool_set_flag", pool, IMPLICIT_OBSOLETE_USES_COLORS, 1);
        for (RepositoryMetadata metadata : repositories) {
            MemorySegment repo = solv.pointer("repo_create", pool, metadata.id());
            load(repo, metadata);
        }
        solv.call("pool_addfileprovides", pool);
        solv.call("pool_createwhatprovides", pool);
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
        // libsolv prefers the higher number, DNF the lower; DNF's default is libsolv's 0.
        repo.set(JAVA_INT, PRIORITY_AT, RepositoryMetadata.DEFAULT_PRIORITY - metadata.priority());
        ranges.put(repo.get(JAVA_INT, START_AT), metadata.id());
        end = Math.max(end, repo.get(JAVA_INT, END_AT));
    }

    Libsolv solv() {
        return solv;
    }

    MemorySegment address() {
        return pool;
    }

    Solvables solvables() {
        return solvables;
    }

    InstalledRoot installed() {
        return installed;
    }

    /** Indexes who provides what again, after what is installed changed. */
    void index() {
        candidates.clear();
        sets.clear();
        solv.call("pool_createwhatprovides", pool);
    }

    /** Which packages an argument means, one of each set; kept until what is installed changes. */
    List<Set<Integer>> candidates(String argument) {
        return candidates.computeIfAbsent(argument, missing -> List.copyOf(new Candidates(this).of(missing)));
    }

    /** An Id for a choice of packages, as jobs take it; kept as long as libsolv keeps it. */
    int oneOf(Collection<Integer> packages) {
        return sets.computeIfAbsent(List.copyOf(packages), missing -> {
            try (IdQueue queue = new IdQueue(solv)) {
                queue.add(missing);
                return solv.number("pool_queuetowhatprovides", pool, queue.struct());
            }
        });
    }

    /** What a job's selection means. */
    int[] select(int how, int what) {
        try (IdQueue queue = new IdQueue(solv)) {
            solv.call("pool_job2solvables", pool, queue.struct(), how, what);
            return queue.toArray();
        }
    }

    /** What provides a capability in the repositories; what is installed is a copy of some of it. */
    int[] providers(int dependency) {
        return providers.computeIfAbsent(
                dependency, id -> installed.withoutCopies(select(SolverFlag.SELECT_PROVIDES, id)));
    }

    /** What a package requires, with a marker before what it requires while it is installed. */
    int[] requires(int solvable) {
        return requires.computeIfAbsent(solvable, id -> solvables.ids(id, "solvable:requires"));
    }

    /** What a package recommends. */
    int[] recommends(int solvable) {
        return recommends.computeIfAbsent(solvable, id -> solvables.ids(id, "solvable:recommends"));
    }

    /** What obsoletes a package of a repository. Kept, because it looks at the whole pool. */
    int[] obsoleters(int solvable) {
        return obsoleters.computeIfAbsent(solvable, id -> {
            try (IdQueue queue = new IdQueue(solv)) {
                solv.call("pool_whatmatchessolvable", pool, solvables.key("solvable:obsoletes"), id, queue.struct(), 0);
                return Arrays.stream(installed.withoutCopies(queue.toArray()))
                        .filter(obsoleter -> obsoletesByName(obsoleter, id))
                        .toArray();
            }
        });
    }

    /** libsolv also finds what obsoletes a capability that the package provides; RPM and DNF go by the name alone. */
    private boolean obsoletesByName(int obsoleter, int solvable) {
        return Arrays.stream(solvables.ids(obsoleter, "solvable:obsoletes"))
                .anyMatch(obsoleted ->
                        Arrays.stream(select(SolverFlag.SELECT_NAME, obsoleted)).anyMatch(match -> match == solvable));
    }

    /** What a package is; kept, because answers say it again and again. */
    PackageFacts facts(int solvable) {
        return facts.computeIfAbsent(solvable, id -> PackageFacts.of(solvables, id));
    }

    /** The names of all packages; read once, because there are tens of thousands. */
    Set<String> names() {
        if (names.isEmpty() && !ranges.isEmpty()) {
            for (int id = ranges.firstKey(); id < end; id++) {
                names.add(solvables.name(id));
            }
        }
        return names;
    }

    /** The id of the repository that a package was loaded from. */
    String repositoryOf(int solvable) {
        return Objects.requireNonNull(ranges.floorEntry(solvable)).getValue();
    }

    /** What a phase comes to on top of packages that are there; remembered for a while. */
    PhaseOutcome solve(SolvePhase phase, List<Integer> base, boolean reasons) {
        PhaseKey key = new PhaseKey(phase, base, reasons);
        PhaseOutcome known = solved.get(key);
        if (known == null) {
            known = new PhaseSolver(this, phase, base, reasons).solve();
            solved.put(key, known);
        }
        return known;
    }

    @Override
    public void close() {
        solv.call("pool_free", pool);
    }
}
