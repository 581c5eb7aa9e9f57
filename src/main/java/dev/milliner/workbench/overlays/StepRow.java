package dev.milliner.workbench.overlays;

import dev.milliner.upstream.OverlaidComponent;
import dev.milliner.upstream.OverlayEffect;
import dev.milliner.upstream.OverlayVerdict;
import dev.milliner.workbench.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A row of the list of steps.
 *
 * @param effect what the overlay does; empty for upstream's own sources
 * @param title its type
 * @param about why, in the maintainer's words
 * @param verdict what it does now
 */
record StepRow(Optional<OverlayEffect> effect, String title, String about, OverlayVerdict verdict) {
    /** The rows of a component: its sources, and each of its overlays. */
    static List<StepRow> of(OverlaidComponent overlaid) {
        List<StepRow> rows = new ArrayList<>();
        int count = overlaid.found().sources().files().size();
        rows.add(new StepRow(
                Optional.empty(),
                switch (overlaid.basis().name()) {
                    case "local" -> Wording.of("overlays.step-row.local-sources");
                    case "rendered" -> Wording.of("overlays.step-row.rendered-sources");
                    default -> Wording.of("overlays.step-row.upstreams-sources");
                },
                overlaid.basis().label(),
                new OverlayVerdict(OverlayVerdict.Kind.UNKNOWN, Wording.counted("count.file", count))));
        for (OverlayEffect effect : overlaid.effects()) {
            rows.add(new StepRow(
                    Optional.of(effect),
                    effect.overlay().type(),
                    effect.overlay().description().isEmpty()
                            ? Wording.of("overlays.step-row.no-description")
                            : effect.overlay().description(),
                    effect.verdict()));
        }
        return rows;
    }
}
