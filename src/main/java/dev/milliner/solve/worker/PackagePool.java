package dev.milliner.solve.worker;

import dev.milliner.rpm.RepositoryMetadata;
import dev.milliner.solve.ArchitecturePolicy;
import dev.milliner.solve.SolvePhase;
import java.lang.foreign.MemorySegment;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A pool with its repositories loaded. Belongs to one thread. */
final class PackagePool implements AutoCloseable {
    private static final int SOLVED_KEPT = 512;
    private static final int RPM = 0;
    private static final int DEBUG_TO_STDERR = 1 << 30;

    private final Libsolv solv;
    private final MemorySegment pool;
    private final Solvables solvables;
    private final ArchitecturePolicy policy;
    private final Map<Integer, PackageFacts> facts = new HashMap<>();
    private final PoolRepositories repositories;
    private final Map<PhaseKey, PhaseOutcome> solved = new Recent<>(SOLVED_KEPT);
    private final Map<List<Integer>, Integer> sets = new HashMap<>();
    private final InstalledRoot installed = new InstalledRoot(this);
    private final PackageNames names = new PackageNames(this);
    private final PackageRelations relations = new PackageRelations(this);
    private final PoolFiles files = new PoolFiles(this, this::readFiles);
    private final Exclusions exclusions = new Exclusions(this);
    private @Nullable GroupArguments groups;
    private final Map<Optional<String>, ModuleArguments> modules = new HashMap<>();
    private @Nullable ModuleContents contents;

    PackagePool(Libsolv solv, RepositoryLoader loader, List<RepositoryMetadata> all, ArchitecturePolicy policy) {
        this.solv = solv;
        this.policy = policy;
        this.pool = solv.pointer("pool_create");
        this.solvables = new Solvables(solv, pool);
        this.repositories = new PoolRepositories(solv, pool, loader);
        try {
            prepare(solv, pool, policy);
            repositories.load(all);
            files.prepareDependencies(addFiles());
        } catch (WorkerException broken) {
            solv.call("pool_free", pool);
            throw broken;
        }
    }

    /** Makes an empty pool one of RPM's for an architecture. */
    static void prepare(Libsolv solv, MemorySegment pool, ArchitecturePolicy policy) {
        // Debian's library takes its own package format unless told otherwise before anything else.
        if (solv.number("pool_setdisttype", pool, RPM) < 0) {
            throw new WorkerException(
                    WorkerReply.Failure.MISSING, "This libsolv was built without RPM support; install another build.");
        }
        solv.call("pool_setdebugmask", pool, DEBUG_TO_STDERR);
        solv.call("pool_setarchpolicy", pool, policy.text());
    }

    /** Makes packages provide the files that dependencies name, and says which those are. */
    private int[] addFiles() {
        try (IdQueue paths = new IdQueue(solv);
                IdQueue ofInstalled = new IdQueue(solv)) {
            solv.call("pool_addfileprovides_queue", pool, paths.struct(), ofInstalled.struct());
            solv.call("pool_createwhatprovides", pool);
            return paths.toArray();
        }
    }

    private void readFiles() {
        installed.set(List.of());
        repositories.loadFiles();
        addFiles();
        relations.forgetProviders();
        forget();
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

    ArchitecturePolicy policy() {
        return policy;
    }

    InstalledRoot installed() {
        return installed;
    }

    PackageNames names() {
        return names;
    }

    PackageRelations relations() {
        return relations;
    }

    PoolFiles files() {
        return files;
    }

    Exclusions exclusions() {
        return exclusions;
    }

    /** What arguments mean as groups; groups are read when the first is asked for. */
    GroupArguments groups() {
        if (groups == null) {
            groups = new GroupArguments(this, GroupArguments.read(repositories.metadata()));
        }
        return groups;
    }

    /** What arguments mean as modules, and what modules hide, on the platform that a phase leaves. */
    ModuleArguments modules(SolvePhase phase) {
        if (contents == null) {
            contents = ModuleContents.read(repositories.metadata());
        }
        ModuleContents all = contents;
        Optional<String> platform =
                all.builds().isEmpty() ? Optional.empty() : new Platform(this).find(phase.exclude());
        return modules.computeIfAbsent(platform, found -> new ModuleArguments(this, all, found));
    }

    /** Indexes who provides what again, after what is installed changed. */
    void index() {
        forget();
        solv.call("pool_createwhatprovides", pool);
    }

    private void forget() {
        exclusions.forget();
        sets.clear();
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

    /** The Id of a text. */
    int text(String text) {
        return solv.number("pool_str2id", pool, text, 1);
    }

    /** What a job's selection means. */
    int[] select(int how, int what) {
        try (IdQueue queue = new IdQueue(solv)) {
            solv.call("pool_job2solvables", pool, queue.struct(), how, what);
            return queue.toArray();
        }
    }

    /** What provides a capability, what is installed included. */
    Set<Integer> providing(int dependency) {
        return dependency == 0 ? Set.of() : set(select(SolverFlag.SELECT_PROVIDES, dependency));
    }

    /** What a text means in one of the ways that libsolv knows. */
    Set<Integer> selected(String text, int flags) {
        try (IdQueue selection = new IdQueue(solv);
                IdQueue found = new IdQueue(solv)) {
            solv.number("selection_make", pool, selection.struct(), text, flags);
            solv.call("selection_solvables", pool, selection.struct(), found.struct());
            return set(found.toArray());
        }
    }

    private static Set<Integer> set(int[] ids) {
        Set<Integer> set = new LinkedHashSet<>();
        for (int id : ids) {
            set.add(id);
        }
        return set;
    }

    /** What a package is; kept, because answers say it again and again. */
    PackageFacts facts(int solvable) {
        return facts.computeIfAbsent(solvable, id -> PackageFacts.of(solvables, id));
    }

    /** The packages of all repositories. */
    int[] all() {
        return repositories.packages();
    }

    /** Tells whether a package is of an architecture that may be installed. */
    boolean isInstallable(int solvable) {
        String architecture = solvables.text(solvable, "solvable:arch");
        return architecture.equals("noarch") || policy.architectures().contains(architecture);
    }

    /** Compares two packages of one name and architecture: by their repositories' priority, then by version. */
    int preference(int one, int other) {
        int byPriority = Integer.compare(
                repositoryOf(other).priority(), repositoryOf(one).priority());
        return byPriority != 0
                ? byPriority
                : facts(one).nevra().version().compareTo(facts(other).nevra().version());
    }

    /** The repository that a package was loaded from. */
    RepositoryMetadata repositoryOf(int solvable) {
        return repositories.of(solvable);
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
        modules.values().forEach(ModuleArguments::close);
        solv.call("pool_free", pool);
    }
}
