package dev.milliner.solve.worker;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Collection;

/** libsolv's growing array of Ids: {@code struct {Id *elements; int count; Id *alloc; int left;}}. */
final class IdQueue implements AutoCloseable {
    private static final long SIZE = 32;
    private static final long COUNT = 8;

    private final Libsolv solv;
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment struct = arena.allocate(SIZE, 8);

    IdQueue(Libsolv solv) {
        this.solv = solv;
        solv.call("queue_init", struct);
    }

    /** What functions take. */
    MemorySegment struct() {
        return struct;
    }

    int count() {
        return struct.get(JAVA_INT, COUNT);
    }

    /** A copy of what it holds. */
    int[] toArray() {
        int bytes = 4 * count();
        return bytes == 0
                ? new int[0]
                : struct.get(ADDRESS, 0).reinterpret(bytes).toArray(JAVA_INT);
    }

    IdQueue add(int... ids) {
        if (ids.length > 0) {
            try (Arena call = Arena.ofConfined()) {
                solv.call("queue_insertn", struct, count(), ids.length, call.allocateFrom(JAVA_INT, ids));
            }
        }
        return this;
    }

    IdQueue add(Collection<Integer> ids) {
        return add(ids.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Drops what it holds and keeps its memory. */
    IdQueue clear() {
        solv.call("queue_deleten", struct, 0, count());
        return this;
    }

    @Override
    public void close() {
        solv.call("queue_free", struct);
        arena.close();
    }
}
