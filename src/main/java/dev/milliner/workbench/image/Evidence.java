package dev.milliner.workbench.image;

import dev.milliner.image.Inspection;
import java.nio.file.Path;
import java.util.Optional;

/** What a built image shows of its level, as far as that is known. */
sealed interface Evidence {
    /** No build of the image is here. */
    record Nothing() implements Evidence {}

    /** It is being read. */
    record Reading(Path file) implements Evidence {}

    /**
     * It cannot be read, or what was built cannot be listed.
     *
     * @param file what cannot be read; empty where nothing can be listed
     * @param why in a sentence
     */
    record Refused(Optional<Path> file, String why) implements Evidence {}

    /** It was read. */
    record Shown(Path file, Inspection inspection) implements Evidence {}

    /** The built image that it is about; empty where there is none. */
    default Optional<Path> artifact() {
        return switch (this) {
            case Nothing() -> Optional.empty();
            case Reading reading -> Optional.of(reading.file());
            case Refused refused -> refused.file();
            case Shown shown -> Optional.of(shown.file());
        };
    }

    /** What was found, where it was read. */
    default Optional<Inspection> inspected() {
        return this instanceof Shown shown ? Optional.of(shown.inspection()) : Optional.empty();
    }
}
