package dev.milliner.distro;

import dev.milliner.text.Place;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A resolved value that two states of a distro have differently.
 *
 * @param path the keys that lead to it, in TOML's names with dots between them; lists are one value. What azldev works out itself
 *     (a package's group and channel, a lock) has azldev's name
 * @param before the value before; empty where it was not set
 * @param after the value after; empty where it is not set any more
 * @param was where the value before is written, in the state before; empty where it is nowhere
 * @param is where the value after is written, in the state after; empty where it is nowhere
 */
public record ValueChange(
        String path, Optional<JsonNode> before, Optional<JsonNode> after, Optional<Place> was, Optional<Place> is) {
    /** Where the edit stands: where the value is written now, else where it was. */
    public Optional<Place> edit() {
        return is.or(this::was);
    }

    /** The same, said to be caused by an edit elsewhere. */
    public ValueChange causedAt(Place place) {
        return new ValueChange(path, before, after, was, Optional.of(place));
    }
}
