package dev.milliner.build;

import dev.milliner.distro.Distro;
import dev.milliner.rpm.Level;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What to build.
 *
 * @param distro the distro
 * @param image the name of one of its images
 * @param level what to compile its packages for
 * @param output where the artifacts go; left in the build's folder where empty
 */
public record BuildRequest(Distro distro, String image, Level level, Optional<Path> output) {
    /** A build for x86-64-v3 whose artifacts stay in the build's folder. */
    public static BuildRequest of(Distro distro, String image) {
        return new BuildRequest(distro, image, Level.V3, Optional.empty());
    }
}
