package dev.milliner.build.run;

import java.nio.file.Path;
import java.util.Set;

/**
 * A file that a build made.
 *
 * @param kind KIWI's word for it, such as {@code container} or {@code disk_image}
 * @param path where it is, absolute
 * @param size in bytes
 */
public record Artifact(String kind, Path path, long size) {
    /** KIWI's words for the image itself; the others are reports about it. */
    private static final Set<String> IMAGES =
            Set.of("container", "disk_image", "disk_format_image", "root_archive", "filesystem_image", "live_image");

    /** Tells whether it is the image itself, and no package or report. */
    public boolean isImage() {
        return IMAGES.contains(kind);
    }
}
