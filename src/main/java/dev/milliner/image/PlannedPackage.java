package dev.milliner.image;

import dev.milliner.distro.Overlay;
import dev.milliner.rpm.Nevra;
import java.util.List;
import java.util.Optional;

/**
 * A package that an image would hold.
 *
 * @param nevra its full name
 * @param repository the id of the repository it comes from
 * @param size installed, in bytes
 * @param addedSize in bytes: for one that is asked for, what the image would be smaller by if it were not, by the solver;
 *     for another, its size and that of all that only it leads to
 * @param phase when it is installed
 * @param asked whether the description names it
 * @param reason why it is there, in words
 * @param chain the names from one that is asked for down to this one; only itself where it is asked for
 * @param weak whether it is there only because something recommends it
 * @param source the name of its source package
 * @param component the name of the distro's component that makes it, where the distro has one
 * @param overlays the overlays of that component
 * @param license as its spec says
 * @param summary one line
 */
public record PlannedPackage(
        Nevra nevra,
        String repository,
        long size,
        long addedSize,
        Phase phase,
        boolean asked,
        String reason,
        List<String> chain,
        boolean weak,
        String source,
        Optional<String> component,
        List<Overlay> overlays,
        String license,
        String summary) {
    /** With lists that nobody changes. */
    public PlannedPackage {
        chain = List.copyOf(chain);
        overlays = List.copyOf(overlays);
    }

    /** Its name. */
    public String name() {
        return nevra.name();
    }
}
