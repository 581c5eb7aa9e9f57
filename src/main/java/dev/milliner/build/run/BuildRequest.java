package dev.milliner.build.run;

import dev.milliner.build.host.Containment;
import dev.milliner.build.host.EngineKind;
import dev.milliner.build.host.PackageArchitecture;
import dev.milliner.distro.Distro;
import dev.milliner.rpm.Level;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What to build.
 *
 * @param distro the distro
 * @param target an image or components of it
 * @param level what to compile packages for
 * @param output where the artifacts go; left in the build's folder where empty
 * @param engine who does the work
 * @param architecture which architecture the packages say they are for
 * @param containment how far what specs run is kept from the host
 */
public record BuildRequest(
        Distro distro,
        BuildTarget target,
        Level level,
        Optional<Path> output,
        EngineKind engine,
        PackageArchitecture architecture,
        Containment containment) {
    /** A build whose packages are of the base architecture, and made without the network. */
    public BuildRequest(Distro distro, BuildTarget target, Level level, Optional<Path> output, EngineKind engine) {
        this(distro, target, level, output, engine, PackageArchitecture.BASE, Containment.CLOSED);
    }

    /** A build of an image by the engine of this host. */
    public BuildRequest(Distro distro, String image, Level level, Optional<Path> output) {
        this(distro, new BuildTarget.OfImage(image), level, output, EngineKind.LOCAL);
    }

    /** A build for x86-64-v3 whose artifacts stay in the build's folder. */
    public static BuildRequest of(Distro distro, String image) {
        return new BuildRequest(distro, image, Level.V3, Optional.empty());
    }

    /** The same build by another engine. */
    public BuildRequest by(EngineKind other) {
        return new BuildRequest(distro, target, level, output, other, architecture, containment);
    }

    /** The same build with packages of another architecture. */
    public BuildRequest of(PackageArchitecture other) {
        return new BuildRequest(distro, target, level, output, engine, other, containment);
    }

    /** The same build, kept from the host in another way. */
    public BuildRequest of(Containment other) {
        return new BuildRequest(distro, target, level, output, engine, architecture, other);
    }

    /** The name of what is built. */
    public String name() {
        return target.name();
    }
}
