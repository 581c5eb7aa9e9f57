package dev.milliner.build;

/** Who does the work of a build. Each engine turns a request into events and a result, and can be stopped. */
sealed interface BuildEngine permits LocalEngine, ComponentEngine {
    /**
     * Runs the build to its end on the calling thread.
     *
     * @throws BuildStopped when {@link BuildRun#stopRequested} came true
     * @throws BuildFailed when a stage cannot be done
     */
    Made run(BuildRun run) throws BuildStopped, BuildFailed, InterruptedException;
}
