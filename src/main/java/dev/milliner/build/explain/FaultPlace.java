package dev.milliner.build.explain;

import java.util.OptionalInt;

/**
 * Where a fault is.
 *
 * @param file below the inputs where they are known, inside an archive of the sources as the archive names it, and
 *     otherwise as the log names it
 * @param line from 1, where one is known
 */
public record FaultPlace(String file, OptionalInt line) {
    @Override
    public String toString() {
        return line.isPresent() ? file + ":" + line.getAsInt() : file;
    }
}
