package dev.milliner.build.boot;

import dev.milliner.rpm.Level;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What to start, and on what.
 *
 * @param disk a raw, qcow2 or fixed VHD disk, or a container's archive; it is not changed
 * @param level the processor's level
 * @param model QEMU's name of a processor; where empty, one of the level
 * @param network whether the machine may reach the network
 */
public record BootRequest(Path disk, Level level, Optional<String> model, boolean network) {
    /** A start on a processor of a level, without network. */
    public static BootRequest of(Path disk, Level level) {
        return new BootRequest(disk, level, Optional.empty(), false);
    }
}
