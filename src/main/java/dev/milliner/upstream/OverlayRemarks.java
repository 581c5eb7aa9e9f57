package dev.milliner.upstream;

import dev.milliner.distro.Distro;
import dev.milliner.distro.Problem;
import dev.milliner.text.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is said of overlays at their places in a distro that may have been edited since they were applied. */
public final class OverlayRemarks {
    private OverlayRemarks() {}

    /**
     * What the overlays of a file do, by the line of their header, from 0.
     *
     * @param file the file's path
     * @param results what came of applying overlays
     * @param now where the overlays are
     */
    public static Map<Integer, OverlayVerdict> verdicts(String file, Collection<OverlayResult> results, Distro now) {
        Map<Integer, OverlayVerdict> verdicts = new TreeMap<>();
        for (OverlayResult result : results) {
            OverlaidComponent overlaid = result.overlaid();
            if (overlaid != null) {
                OverlayPlaces places = OverlayPlaces.of(result, now);
                for (OverlayEffect effect : overlaid.effects()) {
                    Place place = places.moved(effect.overlay().place());
                    if (place.file().equals(file)) {
                        verdicts.put(place.range().line() - 1, effect.verdict());
                    }
                }
            }
        }
        return verdicts;
    }

    /**
     * What is wrong or doubtful about overlays.
     *
     * @param results what came of applying them
     * @param now where the overlays are
     */
    public static List<Problem> problems(Collection<OverlayResult> results, Distro now) {
        List<Problem> problems = new ArrayList<>();
        for (OverlayResult result : results) {
            OverlayPlaces places = OverlayPlaces.of(result, now);
            result.problems().forEach(problem -> problems.add(places.moved(problem)));
        }
        return problems;
    }
}
