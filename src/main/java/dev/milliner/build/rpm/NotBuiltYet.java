package dev.milliner.build.rpm;

import dev.milliner.distro.Image;
import dev.milliner.rpm.RepositoryException;
import java.io.Serial;

/** An image's repositories only stand for what its build makes, and nothing of that was built yet. */
public final class NotBuiltYet extends RepositoryException {
    @Serial
    private static final long serialVersionUID = 1L;

    NotBuiltYet(Image image) {
        super("What " + image.name()
                + " holds comes from this distro's own packages, and none of them was built here yet. Build it first: milliner build image "
                + image.name() + ".");
    }
}
