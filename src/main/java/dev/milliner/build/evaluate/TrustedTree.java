package dev.milliner.build.evaluate;

import dev.milliner.distro.Distro;
import java.io.IOException;
import java.nio.file.Path;

/** A tree whose specs the user lets rpm read, though they can run commands. Only {@link TrustedTrees} gives one out. */
public final class TrustedTree {
    private final Path root;

    TrustedTree(Path root) {
        this.root = root;
    }

    /** Tells whether a distro was read from this tree. */
    boolean holds(Distro distro) {
        try {
            return distro.tree().root().toRealPath().equals(root);
        } catch (IOException gone) {
            return false;
        }
    }
}
