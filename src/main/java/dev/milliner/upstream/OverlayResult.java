package dev.milliner.upstream;

import dev.milliner.distro.Problem;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of applying a component's overlays.
 *
 * @param component the component's name
 * @param overlaid what its overlays do, or null where its sources can't be had
 * @param problems what is wrong or doubtful about them
 * @param unavailable why the sources can't be had, or empty, also while it is worked out
 * @param took how long it took to work out
 */
public record OverlayResult(
        String component,
        @Nullable OverlaidComponent overlaid,
        List<Problem> problems,
        String unavailable,
        Duration took) {}
