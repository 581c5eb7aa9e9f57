package dev.milliner.rpm;

/**
 * A package as its repository lists it.
 *
 * @param name its name
 * @param epoch 0 where it has none
 * @param version its version
 * @param release its release
 * @param architecture such as {@code noarch}
 * @param location where its file is, relative to the repository
 * @param algorithm its checksum's algorithm, as rpm-md calls it
 * @param checksum in hexadecimal; it is also what lists know the package by
 * @param size of its file, in bytes; -1 where it is not given
 */
record PackageEntry(
        String name,
        long epoch,
        String version,
        String release,
        String architecture,
        String location,
        String algorithm,
        String checksum,
        long size) {
    Version full() {
        return new Version(epoch, version, release);
    }

    /** Tells whether its file lies in the repository and can be told by its checksum. */
    boolean isSound() {
        boolean inside = !location.isEmpty()
                && !location.startsWith("/")
                && !location.contains(":")
                && !("/" + location + "/").contains("/../");
        return inside && checksum.matches("[0-9a-fA-F]{32,128}");
    }
}
