package dev.milliner.build.run;

/** The work of a build, done within its run. */
public interface BuildWork {
    /**
     * Runs the build to its end on the calling thread.
     *
     * @throws BuildStopped when {@link BuildRun#stopRequested} came true
     * @throws BuildFailed when a stage cannot be done
     */
    Made run(BuildRun run) throws BuildStopped, BuildFailed, InterruptedException;
}
