package dev.milliner.language;

import java.util.List;
import java.util.Optional;

/**
 * What a key of the format means.
 *
 * @param means in our own words
 * @param unset what holds where the key is not set; may be empty
 * @param required whether azldev, or what it is for, cannot do without
 * @param names what its texts name
 * @param examples texts that fit
 */
record Meaning(String means, String unset, boolean required, Optional<Subject> names, List<String> examples) {
    /** For a key that only the project's own schema knows. */
    static Meaning of(String means) {
        return new Meaning(means, "", false, Optional.empty(), List.of());
    }
}
