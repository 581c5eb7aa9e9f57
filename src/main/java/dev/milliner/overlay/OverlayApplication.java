package dev.milliner.overlay;

import dev.milliner.distro.Overlay;
import dev.milliner.text.Place;
import java.util.List;
import java.util.Optional;

/**
 * What a component's overlays do, one by one.
 *
 * @param original the sources as they come
 * @param steps what each did; where one fails, it is the last
 * @param result the sources after all that applied
 * @param error why the sources cannot be prepared
 */
public record OverlayApplication(Sources original, List<OverlayStep> steps, Sources result, Optional<String> error) {
    /** Tells whether every overlay applied. */
    public boolean succeeded() {
        return error.isEmpty();
    }

    /** Why the sources cannot be prepared, with the file and line of the overlay that fails, where it is one. */
    public Optional<String> fault() {
        Optional<Place> place = steps.isEmpty() || steps.getLast().error().isEmpty()
                ? Optional.empty()
                : steps.getLast().overlay().map(Overlay::place);
        return error.map(reason ->
                place.map(at -> at.file() + ":" + at.range().line() + ": ").orElse("") + reason);
    }
}
