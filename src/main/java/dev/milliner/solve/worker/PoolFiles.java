package dev.milliner.solve.worker;

import java.util.Collection;
import java.util.Set;

/**
 * The files of a pool's packages. Repositories say in their primary metadata which packages hold programs and settings; their
 * whole file lists are read once a dependency or an argument names a file that is not among those.
 */
final class PoolFiles {
    private static final String MARKS = "*?[";

    private final PackagePool pool;
    private final Runnable reading;
    private boolean whole;

    /**
     * Of a pool.
     *
     * @param reading reads the file lists into the pool and indexes it again
     */
    PoolFiles(PackagePool pool, Runnable reading) {
        this.pool = pool;
        this.reading = reading;
    }

    /** Reads the file lists where files that dependencies name need them. */
    void prepareDependencies(int[] paths) {
        for (int path : paths) {
            String text = pool.solv().string("pool_id2str", pool.address(), path);
            if (!isInPrimary(text) || pool.providing(path).isEmpty()) {
                read();
                return;
            }
        }
    }

    /** Reads the file lists where arguments need them. No installed packages may be there yet. */
    void prepareArguments(Collection<String> arguments) {
        for (String argument : arguments) {
            if (Subject.isFile(argument)
                    && (!isInPrimary(withoutPattern(argument))
                            || (holding(argument).isEmpty()
                                    && pool.providing(pool.text(argument)).isEmpty()))) {
                read();
                return;
            }
        }
    }

    private void read() {
        if (!whole) {
            whole = true;
            reading.run();
        }
    }

    private static String withoutPattern(String argument) {
        int end = 0;
        while (end < argument.length() && MARKS.indexOf(argument.charAt(end)) < 0) {
            end++;
        }
        return argument.substring(0, end);
    }

    /** What createrepo puts into primary.xml. */
    private static boolean isInPrimary(String path) {
        return path.startsWith("/etc/") || path.contains("bin/") || path.equals("/usr/lib/sendmail");
    }

    /** The packages that hold a file, or a file that fits a pattern. */
    Set<Integer> holding(String pattern) {
        return pool.selected(
                pattern, SolverFlag.SELECTION_FILES | (Glob.isPattern(pattern) ? SolverFlag.SELECTION_GLOB : 0));
    }
}
