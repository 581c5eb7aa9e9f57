package dev.milliner.solve.worker;

import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.Map;

/** Looks up what a pool knows of a solvable. Ids stay in this process. */
final class Solvables {
    private final Libsolv solv;
    private final MemorySegment pool;
    private final Map<String, Integer> keys = new HashMap<>();

    Solvables(Libsolv solv, MemorySegment pool) {
        this.solv = solv;
        this.pool = pool;
    }

    /** The Id of a key, such as {@code solvable:name}. */
    int key(String name) {
        return keys.computeIfAbsent(name, text -> solv.number("pool_str2id", pool, text, 1));
    }

    String text(int solvable, String key) {
        return solv.string("pool_lookup_str", pool, solvable, key(key));
    }

    int id(int solvable, String key) {
        return solv.number("pool_lookup_id", pool, solvable, key(key));
    }

    long number(int solvable, String key) {
        return solv.large("pool_lookup_num", pool, solvable, key(key), 0L);
    }

    int[] ids(int solvable, String key) {
        try (IdQueue queue = new IdQueue(solv)) {
            solv.number("pool_lookup_idarray", pool, solvable, key(key), queue.struct());
            return queue.toArray();
        }
    }

    String name(int solvable) {
        return text(solvable, "solvable:name");
    }

    /** The name of its source package; libsolv keeps none where it is the package's own. */
    String source(int solvable) {
        String source = text(solvable, "solvable:sourcename");
        return source.isEmpty() ? name(solvable) : source;
    }

    /** A capability as RPM writes it. */
    String capability(int dependency) {
        return solv.string("pool_dep2str", pool, dependency);
    }
}
