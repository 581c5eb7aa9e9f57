package dev.milliner.solve.worker;

import dev.milliner.solve.ArchitecturePolicy;
import dev.milliner.solve.modules.ModuleBuild;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Builds of modules as packages of a pool of their own, after libdnf's ModulePackage.cpp. */
final class ModulePool implements AutoCloseable {
    private static final int UNMARKED = 0;
    private static final int OWN = -1;

    private final Libsolv solv;
    private final MemorySegment pool;
    private final Solvables keys;
    private final Map<Integer, ModuleBuild> builds = new LinkedHashMap<>();
    private final Map<ModuleBuild, String> names = new HashMap<>();

    /**
     * Of all repositories.
     *
     * @param repositories the builds of each
     * @param platform name and stream of what the root is made of, such as {@code platform:f41}, where it is known
     */
    ModulePool(
            Libsolv solv, ArchitecturePolicy policy, List<List<ModuleBuild>> repositories, Optional<String> platform) {
        this.solv = solv;
        this.pool = solv.pointer("pool_create");
        this.keys = new Solvables(solv, pool);
        PackagePool.prepare(solv, pool, policy);
        name(repositories);
        List<MemorySegment> repos = repositories.stream()
                .map(all -> solv.pointer("repo_create", pool, "modules"))
                .toList();
        // As libdnf numbers them: where builds are equally good, the number decides.
        for (boolean fixed : new boolean[] {true, false}) {
            for (int i = 0; i < repos.size(); i++) {
                MemorySegment repo = repos.get(i);
                repositories.get(i).stream()
                        .filter(build -> build.staticContext() == fixed)
                        .sorted(Comparator.comparing(ModuleBuild::name))
                        .forEach(build -> builds.put(add(repo, build), build));
            }
        }
        platform.ifPresent(this::addPlatform);
        solv.call("pool_createwhatprovides", pool);
    }

    /** Builds of a stream that need the same are versions of one thing, whatever context they name. */
    private void name(List<List<ModuleBuild>> repositories) {
        Map<String, String> fixed = new HashMap<>();
        repositories.forEach(all -> all.stream()
                .filter(ModuleBuild::staticContext)
                .forEach(build -> fixed.putIfAbsent(build.nameAndStream() + " " + build.needs(), build.context())));
        repositories.forEach(all -> all.forEach(build -> {
            String context = build.staticContext()
                    ? build.context()
                    : fixed.getOrDefault(build.nameAndStream() + " " + build.needs(), build.needs());
            names.put(build, build.nameAndStream() + ":" + context);
        }));
    }

    private int add(MemorySegment repo, ModuleBuild build) {
        int id = solvable(
                repo,
                name(build),
                Long.toUnsignedString(build.version()),
                build.architecture(),
                build.name(),
                build.stream());
        for (Map<String, List<String>> one : build.requires()) {
            one.forEach((module, streams) -> require(repo, id, module, streams));
        }
        return id;
    }

    private int solvable(
            MemorySegment repo, String solvable, String version, String architecture, String name, String stream) {
        int id = solv.number("repo_add_solvable", repo);
        solv.call("repo_set_str", repo, id, keys.key("solvable:name"), solvable);
        solv.call("repo_set_str", repo, id, keys.key("solvable:evr"), version);
        solv.call("repo_set_str", repo, id, keys.key("solvable:arch"), architecture);
        add(repo, id, "solvable:provides", text(name), OWN);
        // No two streams of a module stand side by side.
        add(repo, id, "solvable:conflicts", text(name), UNMARKED);
        add(repo, id, "solvable:provides", text(name + ":" + stream), OWN);
        return id;
    }

    private void require(MemorySegment repo, int id, String module, List<String> streams) {
        List<String> wanted = new ArrayList<>();
        for (String stream : streams) {
            if (stream.contains("-")) {
                add(repo, id, "solvable:conflicts", text(module + ":" + stream.substring(1)), UNMARKED);
            } else {
                wanted.add("module(" + module + ":" + stream + ")");
            }
        }
        int dependency =
                switch (wanted.size()) {
                    case 0 -> text(module);
                    case 1 -> solv.number("pool_str2id", pool, wanted.getFirst(), 1);
                    default -> solv.number("pool_parserpmrichdep", pool, "(" + String.join(" or ", wanted) + ")");
                };
        add(repo, id, "solvable:requires", dependency, OWN);
    }

    private void add(MemorySegment repo, int id, String key, int dependency, int marker) {
        solv.call("repo_add_deparray", repo, id, keys.key(key), dependency, marker);
    }

    private int text(String module) {
        return solv.number("pool_str2id", pool, "module(" + module + ")", 1);
    }

    private void addPlatform(String platform) {
        int colon = platform.indexOf(':');
        String name = platform.substring(0, colon);
        String stream = platform.substring(colon + 1);
        MemorySegment repo = solv.pointer("repo_create", pool, "@System");
        solvable(repo, platform + ":00000000", "0", "noarch", name, stream);
        solv.call("pool_set_installed", pool, repo);
    }

    /** All builds. */
    List<ModuleBuild> builds() {
        return List.copyOf(builds.values());
    }

    /** Builds of one name are versions of one thing. */
    String name(ModuleBuild build) {
        return names.getOrDefault(build, "");
    }

    /**
     * Which builds streams come to.
     *
     * @param streams what is asked for, and whether it may stay away
     * @param disabled builds that must not come
     * @param best whether only the newest builds will do
     * @return none where it cannot be had
     */
    Optional<Set<ModuleBuild>> solve(Map<String, Boolean> streams, Set<ModuleBuild> disabled, boolean best) {
        MemorySegment solver = solv.pointer("solver_create", pool);
        try (IdQueue jobs = new IdQueue(solv)) {
            SolverFlag.set(solv, solver);
            streams.forEach((stream, weak) -> jobs.add(
                    SolverFlag.INSTALL
                            | SolverFlag.SELECT_PROVIDES
                            | (weak ? SolverFlag.WEAK : 0)
                            | (best ? SolverFlag.FORCE_BEST : 0),
                    text(stream)));
            builds.forEach((id, build) -> {
                if (disabled.contains(build)) {
                    jobs.add(SolverFlag.BLACKLIST | SolverFlag.SELECT_SOLVABLE, id);
                }
            });
            return solv.number("solver_solve", solver, jobs.struct()) == 0
                    ? Optional.of(result(solver))
                    : Optional.empty();
        } finally {
            solv.call("solver_free", solver);
        }
    }

    /** With each build, all versions of it count. */
    private Set<ModuleBuild> result(MemorySegment solver) {
        Set<String> chosen = new LinkedHashSet<>();
        MemorySegment transaction = solv.pointer("solver_create_transaction", solver);
        try (IdQueue queue = new IdQueue(solv)) {
            solv.number("transaction_installedresult", transaction, queue.struct());
            for (int id : queue.toArray()) {
                ModuleBuild build = builds.get(id);
                if (build != null) {
                    chosen.add(name(build));
                }
            }
        } finally {
            solv.call("transaction_free", transaction);
        }
        Set<ModuleBuild> all = new LinkedHashSet<>();
        builds.values().stream().filter(build -> chosen.contains(name(build))).forEach(all::add);
        return all;
    }

    @Override
    public void close() {
        solv.call("pool_free", pool);
    }
}
