package dev.milliner.workbench.image;

import dev.milliner.image.Inspection;
import java.nio.file.Path;
import java.util.Optional;

/** What a built image shows of its level, as far as that is known. */
sealed interface Evidence {
    /** The built image that it is about; empty where there is none. */
    Optional<Path> artifact();

    /** No build of the image is here. */
    record Nothing() implements Evidence {
        @Override
        public Optional<Path> artifact() {
            return Optional.empty();
        }
    }

    /** It is being read. */
    record Reading(Path file) implements Evidence {
        @Override
        public Optional<Path> artifact() {
            return Optional.of(file);
        }
    }

    /**
     * It cannot be read, or what was built cannot be listed.
     *
     * @param why in a sentence
     */
    record Refused(Optional<Path> artifact, String why) implements Evidence {}

    /** It was read. */
    record Shown(Path file, Inspection inspection) implements Evidence {
        @Override
        public Optional<Path> artifact() {
            return Optional.of(file);
        }
    }

    /** What was found, where it was read. */
    default Optional<Inspection> inspected() {
        return this instanceof Shown shown ? Optional.of(shown.inspection()) : Optional.empty();
    }
}
