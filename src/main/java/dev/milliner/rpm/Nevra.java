package dev.milliner.rpm;

/**
 * A package's full name.
 *
 * @param name such as {@code bash}
 * @param version epoch, version and release
 * @param architecture such as {@code x86_64} or {@code noarch}
 */
public record Nevra(String name, Version version, String architecture) {
    /** As DNF prints it: {@code name-[epoch:]version-release.arch}, the epoch only where it is not 0. */
    @Override
    public String toString() {
        return name + "-" + version + "." + architecture;
    }
}
