package dev.milliner.build.explain;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Why a build failed.
 *
 * @param tool the outermost tool whose log it is; empty where it was not recognised
 * @param cause what made it fail; empty where nothing failed
 * @param lines the lines of the explained log that tell of it, from 1: those of the cause, or where that stands in
 *     another file, those that lead there
 * @param others what else may have been the cause, the likeliest first
 * @param warnings what is wrong though nothing failed because of it
 */
public record Explanation(
        String tool, Optional<Finding> cause, List<Integer> lines, List<Finding> others, List<Finding> warnings) {
    /** The same with other places, as where the inputs were copies. */
    public Explanation withPlaces(UnaryOperator<FaultPlace> place) {
        return new Explanation(
                tool,
                cause.map(finding -> finding.withPlace(place)),
                lines,
                others.stream().map(finding -> finding.withPlace(place)).toList(),
                warnings.stream().map(finding -> finding.withPlace(place)).toList());
    }
}
