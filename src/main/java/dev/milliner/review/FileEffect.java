package dev.milliner.review;

import dev.milliner.source.ChangedFile;
import java.util.List;

/** What a changed file has an effect on. */
public sealed interface FileEffect {
    /**
     * Proved to have none: no resolved value, no prepared source and no image description differs by it.
     *
     * @param file the file
     * @param why why not
     */
    record None(ChangedFile file, NoEffect why) implements FileEffect {}

    /**
     * It has some.
     *
     * @param file the file
     * @param effects what it does, each in a few words such as {@code changes 2 components}
     */
    record Some(ChangedFile file, List<String> effects) implements FileEffect {}

    /**
     * It was made by rendering, so it has none of its own.
     *
     * @param file the file
     * @param component the component that it was rendered for
     */
    record Rendered(ChangedFile file, String component) implements FileEffect {}

    /** The file. */
    ChangedFile file();

    /** What it does in a few words; {@code none} where it has no effect. */
    default String words() {
        return switch (this) {
            case None none -> "none";
            case Some some -> String.join(", ", some.effects());
            case Rendered rendered -> "rendered for " + rendered.component();
        };
    }
}
