package dev.milliner.workbench.overlays;

import dev.milliner.overlay.Blame;
import dev.milliner.overlay.FileChange;
import dev.milliner.overlay.OverlayStep;
import dev.milliner.overlay.Sources;
import dev.milliner.upstream.OverlaidComponent;
import java.util.List;

/** How much of what the overlays do is shown. */
enum OverlayScope {
    /** What the selected overlay does by itself. */
    THIS_STEP,
    /** All up to the selected overlay. */
    UP_TO_HERE,
    /** The whole result, with what azldev adds. */
    ALL;

    /** The sources before and after. */
    record Span(Sources before, Sources after, Blame blame) {
        List<FileChange> changes() {
            return FileChange.between(before, after);
        }
    }

    /**
     * The span to show.
     *
     * @param number the selected overlay, from 1; 0 for upstream's own sources
     */
    Span span(OverlaidComponent overlaid, int number) {
        var application = overlaid.application();
        if (this == ALL || number == 0) {
            return new Span(application.original(), application.result(), overlaid.blame());
        }
        int index = overlaid.effects().get(number - 1).step();
        if (index < 0) {
            return new Span(application.result(), application.result(), overlaid.blame());
        }
        OverlayStep step = application.steps().get(index);
        Blame blame = Blame.of(application, index + 1);
        return this == THIS_STEP
                ? new Span(step.before(), step.after(), blame)
                : new Span(application.original(), step.after(), blame);
    }
}
