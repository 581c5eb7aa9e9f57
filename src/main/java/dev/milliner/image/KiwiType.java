package dev.milliner.image;

import java.util.Set;

/**
 * An image type of KIWI.
 *
 * @param name such as {@code oci} or {@code oem}
 */
public record KiwiType(String name) {
    private static final Set<String> BUILT = Set.of("oci", "docker", "tbz", "ext4", "oem");
    private static final Set<String> ARCHIVES = Set.of("oci", "docker", "appx", "tbz", "cpio");

    /** Those that are built here, in words. */
    public static String builtOnes() {
        return "oci, docker, tbz, ext4 and oem";
    }

    /** Tells whether it is built here. */
    public boolean isBuilt() {
        return BUILT.contains(name);
    }

    /** Tells whether it is built on loop devices, which only root may use. */
    public boolean needsLoopDevice() {
        return !ARCHIVES.contains(name);
    }

    /** Tells whether it is a container. */
    public boolean isContainer() {
        return name.equals("oci") || name.equals("docker");
    }
}
