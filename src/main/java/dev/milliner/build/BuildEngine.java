package dev.milliner.build;

import java.util.List;

/** Who does the work of a build. Each engine turns a request into events and a result, and can be stopped. */
sealed interface BuildEngine permits LocalEngine, ComponentEngine {
    /** The one for a target. */
    static BuildEngine of(BuildTarget target) {
        return switch (target) {
            case BuildTarget.OfImage image -> new LocalEngine();
            case BuildTarget.OfComponents components -> new ComponentEngine(components.names());
        };
    }

    /**
     * The exact commands that make packages and images, in the order they run, as they would be typed into a shell.
     * Lines that begin with {@code #} say what only the run knows.
     *
     * @param folder the build's; it need not be there, as nothing is run or written
     * @throws BuildFailed when the request cannot be built at all
     */
    List<String> commands(BuildRequest request, BuildFolder folder) throws BuildFailed;

    /**
     * Runs the build to its end on the calling thread.
     *
     * @throws BuildStopped when {@link BuildRun#stopRequested} came true
     * @throws BuildFailed when a stage cannot be done
     */
    Made run(BuildRun run) throws BuildStopped, BuildFailed, InterruptedException;
}
