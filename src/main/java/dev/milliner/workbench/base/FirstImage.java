package dev.milliner.workbench.base;

import dev.milliner.distro.Distro;
import dev.milliner.distro.Image;
import java.util.Comparator;
import java.util.Optional;

/** Which image is offered before one is chosen: the one that the distro defines first, as that is what it is mainly about. */
public final class FirstImage {
    private static final Comparator<Image> BY_PLACE = Comparator.comparing(
                    (Image image) -> image.place().file())
            .thenComparingInt(image -> image.place().range().line());

    private FirstImage() {}

    /** Its name; empty where there is none. */
    public static Optional<String> of(Distro distro) {
        return distro.images().values().stream().min(BY_PLACE).map(Image::name);
    }
}
