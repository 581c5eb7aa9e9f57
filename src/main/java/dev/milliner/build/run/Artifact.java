package dev.milliner.build.run;

import java.nio.file.Path;

/**
 * A file that a build made.
 *
 * @param kind KIWI's word for it, such as {@code container} or {@code disk_image}
 * @param path where it is, absolute
 * @param size in bytes
 */
public record Artifact(String kind, Path path, long size) {}
