package dev.milliner.solve.worker;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What packages need, provide and obsolete among those of the repositories; kept, because answers ask again and again. */
final class PackageRelations {
    private final PackagePool pool;
    private final Map<Integer, int[]> obsoleters = new HashMap<>();
    private final Map<Integer, int[]> providers = new HashMap<>();
    private final Map<Integer, int[]> requires = new HashMap<>();
    private final Map<Integer, int[]> recommends = new HashMap<>();
    private int @Nullable [] supplementing;

    PackageRelations(PackagePool pool) {
        this.pool = pool;
    }

    /** Forgets what files change. */
    void forgetProviders() {
        providers.clear();
    }

    /** What provides a capability in the repositories; what is installed is a copy of some of it. */
    int[] providers(int dependency) {
        return providers.computeIfAbsent(
                dependency, id -> pool.installed().withoutCopies(pool.select(SolverFlag.SELECT_PROVIDES, id)));
    }

    /** What a package requires, with a marker before what it requires while it is installed. */
    int[] requires(int solvable) {
        return requires.computeIfAbsent(solvable, id -> pool.solvables().ids(id, "solvable:requires"));
    }

    /** What a package recommends. */
    int[] recommends(int solvable) {
        return recommends.computeIfAbsent(solvable, id -> pool.solvables().ids(id, "solvable:recommends"));
    }

    /** All packages that supplement something. */
    int[] supplementing() {
        int[] known = supplementing;
        if (known == null) {
            known = Arrays.stream(pool.all())
                    .filter(id -> pool.solvables().ids(id, "solvable:supplements").length > 0)
                    .toArray();
            supplementing = known;
        }
        return known;
    }

    /** What obsoletes a package of a repository. Kept above all, because it looks at the whole pool. */
    int[] obsoleters(int solvable) {
        return obsoleters.computeIfAbsent(solvable, id -> {
            try (IdQueue queue = new IdQueue(pool.solv())) {
                pool.solv()
                        .call(
                                "pool_whatmatchessolvable",
                                pool.address(),
                                pool.solvables().key("solvable:obsoletes"),
                                id,
                                queue.struct(),
                                0);
                return Arrays.stream(pool.installed().withoutCopies(queue.toArray()))
                        .filter(obsoleter -> obsoletesByName(obsoleter, id))
                        .toArray();
            }
        });
    }

    /** libsolv also finds what obsoletes a capability that the package provides; RPM and DNF go by the name alone. */
    private boolean obsoletesByName(int obsoleter, int solvable) {
        return Arrays.stream(pool.solvables().ids(obsoleter, "solvable:obsoletes"))
                .anyMatch(obsoleted -> Arrays.stream(pool.select(SolverFlag.SELECT_NAME, obsoleted))
                        .anyMatch(match -> match == solvable));
    }
}
