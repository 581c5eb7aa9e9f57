package dev.milliner.build;

import dev.milliner.build.history.BuildStore;
import dev.milliner.build.run.BuildFailed;
import dev.milliner.build.run.BuildFolder;
import dev.milliner.build.run.BuildRequest;
import java.io.IOException;
import java.util.List;

/** The commands of a build, to be read before it is started. */
public final class BuildCommands {
    private BuildCommands() {}

    /**
     * The exact commands that make packages and images, in the order they run, as they would be typed into a shell.
     * Nothing is run or written for it. The build's folder is not made yet, so it is called {@code ID} in them; lines
     * that begin with {@code #} say what only the run knows.
     *
     * @param store where builds have their folders
     * @throws IOException when the request cannot be built at all; the message says why and what to do
     */
    public static List<String> of(BuildRequest request, BuildStore store) throws IOException {
        BuildFolder folder = new BuildFolder(store.folder().toAbsolutePath().resolve("ID"));
        try {
            return BuildEngine.of(request.target()).commands(request, folder);
        } catch (BuildFailed failure) {
            throw new IOException(failure.reason() + (failure.fix().isEmpty() ? "" : "; " + failure.fix()), failure);
        }
    }
}
