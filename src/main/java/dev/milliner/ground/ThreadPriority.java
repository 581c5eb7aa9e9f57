package dev.milliner.ground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What Linux runs first where there is more to do than processors. Java's own {@link Thread#setPriority} does nothing there. A
 * thread can be put behind others by anybody, and not back; what it starts, threads and processes, stands behind with it.
 */
public final class ThreadPriority {
    /** As {@code nice} counts: 0 is usual, 19 is last. */
    private static final int BEHIND = 10;

    /** As Linux cuts their names, at 15 characters. */
    private static final List<String> COMPILERS = List.of("C1 CompilerThre", "C2 CompilerThre", "Training replay");

    private static final Path THREADS = Path.of("/proc/self/task");
    private static final int ONE_THREAD = 0;
    private static final int CALLING = 0;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final MethodHandle SET = LINKER.downcallHandle(
            LINKER.defaultLookup().findOrThrow("setpriority"),
            FunctionDescriptor.of(
                    ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

    private ThreadPriority() {}

    /** Puts the calling thread behind all others. */
    public static void stepBehind() {
        put(CALLING);
    }

    /**
     * Puts Java's compilers behind all others.
     *
     * @return how many threads that were
     * @throws UncheckedIOException if Linux does not tell the threads of this program
     */
    public static int putCompilersBehind() {
        try (Stream<Path> threads = Files.list(THREADS)) {
            return (int) threads.filter(ThreadPriority::compiles)
                    .filter(thread -> put(Integer.parseInt(thread.getFileName().toString())))
                    .count();
        } catch (IOException hidden) {
            throw new UncheckedIOException("The threads of the program can't be listed", hidden);
        }
    }

    private static boolean compiles(Path thread) {
        try {
            return COMPILERS.contains(Files.readString(thread.resolve("comm")).strip());
        } catch (IOException over) {
            return false;
        }
    }

    private static boolean put(int thread) {
        try {
            return (int) SET.invokeExact(ONE_THREAD, thread, BEHIND) == 0;
        } catch (Throwable broken) {
            throw new IllegalStateException("A thread cannot be put behind others.", broken);
        }
    }
}
