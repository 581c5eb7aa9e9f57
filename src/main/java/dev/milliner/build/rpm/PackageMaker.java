package dev.milliner.build.rpm;

import dev.milliner.build.host.HostFinding;
import dev.milliner.build.run.BuildFailed;
import dev.milliner.build.run.BuildRequest;
import dev.milliner.ground.ToolCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How the packages of one component after another are made from their prepared sources. */
public interface PackageMaker {
    /** What it needs of this host. */
    List<HostFinding> needs();

    /** Writes what its commands read, before the first of them runs. */
    void prepare(BuildRequest request) throws IOException;

    /** How many components may be made at once. */
    int most();

    /**
     * The exact commands for a component, as they would be typed into a shell, in the order they run.
     *
     * @param before the components whose packages this one may need; they are made
     */
    List<String> lines(String component, Set<String> before);

    /**
     * What runs those commands.
     *
     * @param before as for {@link #lines}
     */
    ToolCommand command(String component, Set<String> before);

    /** The files that grow while a component is made; they need not be there. */
    List<Path> logs(String component);

    /** The packages of a component once they are made, without those of source. */
    List<Path> made(String component) throws IOException;

    /** What is run at the end, whatever happened, as it would be typed into a shell; empty where nothing is. */
    default Optional<String> last(String component) {
        return Optional.empty();
    }

    /** Puts a package that was made where the build collects them. */
    default void take(Path made, Path target) throws IOException {
        Files.move(made, target);
    }

    /** Tells whether each component's packages must be a repository of their own when they are made. */
    default boolean servesPackages() {
        return false;
    }

    /**
     * Why a component could not be made.
     *
     * @param status the command's exit status, not 0
     * @param last the last lines that it wrote
     */
    BuildFailed failure(String component, int status, Collection<String> last);
}
