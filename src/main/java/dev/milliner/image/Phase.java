package dev.milliner.image;

import java.util.Locale;

/** When KIWI installs a package. */
public enum Phase {
    /** Into the empty root, by the package manager of the build host. */
    BOOTSTRAP,
    /** By the package manager inside the root. */
    IMAGE;

    /** As the command line prints it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
