package dev.milliner.workbench.overlays;

import dev.milliner.distro.Distro;
import dev.milliner.text.Place;
import dev.milliner.upstream.OverlaidComponent;
import dev.milliner.upstream.OverlayEffect;
import dev.milliner.upstream.OverlayVerdict;
import dev.milliner.workbench.editor.Hint;
import java.util.HashMap;
import java.util.Map;

/** The quiet words behind each overlay's header in the editor: what it does now. */
public final class OverlayHints {
    private OverlayHints() {}

    /**
     * The remarks for a file, by line from 0.
     *
     * @param file the file's path
     * @param results what overlays do, by component
     * @param now where the overlays are
     */
    public static Map<Integer, Hint> of(String file, Map<String, OverlayDesk.Shown> results, Distro now) {
        Map<Integer, Hint> hints = new HashMap<>();
        for (OverlayDesk.Shown shown : results.values()) {
            OverlaidComponent overlaid = shown.overlaid();
            if (overlaid != null) {
                OverlayPlaces places = OverlayPlaces.of(shown, now);
                overlaid.effects()
                        .forEach(effect -> add(
                                hints,
                                file,
                                effect,
                                places.moved(effect.overlay().place())));
            }
        }
        return hints;
    }

    private static void add(Map<Integer, Hint> hints, String file, OverlayEffect effect, Place place) {
        if (place.file().equals(file)) {
            OverlayVerdict verdict = effect.verdict();
            hints.put(
                    place.range().line() - 1,
                    new Hint(Verdicts.sign(verdict.kind()) + verdict.text(), Verdicts.styleClass(verdict.kind())));
        }
    }
}
