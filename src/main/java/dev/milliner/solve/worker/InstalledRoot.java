package dev.milliner.solve.worker;

import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is installed already: a repository of its own that holds copies of packages of the others, as DNF has it. */
final class InstalledRoot {
    private static final String NAME = "@System";
    private static final List<String> DEPENDENCIES = List.of(
            "solvable:provides",
            "solvable:obsoletes",
            "solvable:conflicts",
            "solvable:requires",
            "solvable:recommends",
            "solvable:suggests",
            "solvable:supplements",
            "solvable:enhances");

    private final PackagePool pool;
    private final Map<Integer, Integer> originals = new HashMap<>();
    private final Map<Integer, Integer> copies = new HashMap<>();
    private List<Integer> packages = List.of();
    private MemorySegment repo = MemorySegment.NULL;

    InstalledRoot(PackagePool pool) {
        this.pool = pool;
    }

    /** Makes these packages the installed ones. No solver may be alive. */
    void set(List<Integer> wanted) {
        if (wanted.equals(packages)) {
            return;
        }
        empty();
        if (!wanted.isEmpty()) {
            fill(wanted);
        }
        packages = List.copyOf(wanted);
        pool.index();
    }

    private void empty() {
        Libsolv solv = pool.solv();
        if (!repo.equals(MemorySegment.NULL)) {
            solv.call("pool_set_installed", pool.address(), MemorySegment.NULL);
            solv.call("repo_free", repo, 1);
            repo = MemorySegment.NULL;
        }
        originals.clear();
        copies.clear();
    }

    private void fill(List<Integer> wanted) {
        Libsolv solv = pool.solv();
        repo = solv.pointer("repo_create", pool.address(), NAME);
        for (int original : wanted) {
            int copy = solv.number("repo_add_solvable", repo);
            originals.put(copy, original);
            copies.put(original, copy);
            copy(original, copy);
        }
        solv.call("pool_set_installed", pool.address(), repo);
    }

    private void copy(int original, int copy) {
        Libsolv solv = pool.solv();
        Solvables solvables = pool.solvables();
        for (String key : List.of("solvable:name", "solvable:arch", "solvable:evr", "solvable:vendor")) {
            solv.call("repo_set_id", repo, copy, solvables.key(key), solvables.id(original, key));
        }
        try (IdQueue queue = new IdQueue(solv)) {
            for (String key : DEPENDENCIES) {
                queue.clear().add(solvables.ids(original, key));
                solv.call("repo_set_idarray", repo, copy, solvables.key(key), queue.struct());
            }
        }
    }

    /** The package that an installed one is a copy of; itself where it is none. */
    int original(int solvable) {
        return originals.getOrDefault(solvable, solvable);
    }

    /** Tells whether it is an installed one. */
    boolean isCopy(int solvable) {
        return originals.containsKey(solvable);
    }

    /** The installed copy of a package, or itself. */
    int copy(int original) {
        return copies.getOrDefault(original, original);
    }

    /** Packages of the repositories alone. */
    int[] withoutCopies(int[] solvables) {
        for (int solvable : solvables) {
            if (originals.containsKey(solvable)) {
                return java.util.Arrays.stream(solvables)
                        .filter(one -> !originals.containsKey(one))
                        .toArray();
            }
        }
        return solvables;
    }
}
