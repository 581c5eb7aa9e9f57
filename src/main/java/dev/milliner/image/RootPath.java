package dev.milliner.image;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Paths as artifacts write them, made into paths below a root. */
final class RootPath {
    private static final int LONGEST = 4096;

    private RootPath() {}

    /** The path without a leading slash, empty for the root itself; nothing where it leads out of the root. */
    static Optional<String> of(String written) {
        if (written.length() > LONGEST || written.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        Deque<String> names = new ArrayDeque<>();
        for (String name : written.split("/", -1)) {
            if (name.equals("..")) {
                return Optional.empty();
            }
            if (!name.isEmpty() && !name.equals(".")) {
                names.addLast(name);
            }
        }
        return Optional.of(String.join("/", names));
    }
}
