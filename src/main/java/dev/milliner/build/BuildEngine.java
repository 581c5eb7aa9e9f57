package dev.milliner.build;

import dev.milliner.build.run.BuildFailed;
import dev.milliner.build.run.BuildFolder;
import dev.milliner.build.run.BuildRequest;
import dev.milliner.build.run.BuildTarget;
import dev.milliner.build.run.BuildWork;
import java.util.List;

/** Who does the work of a build. Each engine turns a request into events and a result, and can be stopped. */
sealed interface BuildEngine extends BuildWork permits LocalEngine, ComponentEngine {
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
}
