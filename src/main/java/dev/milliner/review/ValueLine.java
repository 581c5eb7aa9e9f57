package dev.milliner.review;

import dev.milliner.text.Place;
import java.util.Optional;

/**
 * A value that differs, as a {@link Story} tells it.
 *
 * @param path the keys that lead to it
 * @param before what it was; a dash where it was not set
 * @param after what it is; a dash where it is not set any more
 * @param edit where the edit stands: in the state after, or in the one before where the value is gone
 */
public record ValueLine(String path, String before, String after, Optional<Place> edit) {
    /** The file and line of the edit, such as {@code distro.toml:38}; empty where there is none. */
    public String by() {
        return Words.by(edit);
    }
}
