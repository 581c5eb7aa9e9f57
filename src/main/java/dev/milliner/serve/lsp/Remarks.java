package dev.milliner.serve.lsp;

import dev.milliner.distro.Distro;
import dev.milliner.distro.Problem;
import dev.milliner.image.DescriptionMemory;
import dev.milliner.upstream.OverlayRemarks;
import dev.milliner.upstream.OverlayResult;
import dev.milliner.upstream.OverlayVerdict;
import dev.milliner.upstream.OverlayWork;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What takes longer to find out than the distro itself, and so may be of a state before it.
 *
 * @param overlays what came of applying overlays
 * @param images what is wrong with the descriptions of images
 */
record Remarks(Collection<OverlayResult> overlays, List<Problem> images) {
    /** Nothing was looked at yet. */
    static final Remarks NONE = new Remarks(List.of(), List.of());

    /** Looks at a state of the distro. */
    static Remarks of(Distro distro, OverlayWork work, DescriptionMemory descriptions) {
        return new Remarks(List.copyOf(work.ofAll(distro).values()), descriptions.of(distro));
    }

    /** The problems, those of overlays where these are by now. */
    List<Problem> problems(Distro now) {
        List<Problem> all = new ArrayList<>(OverlayRemarks.problems(overlays, now));
        all.addAll(images);
        return all;
    }

    /** What the overlays of a file do, by line from 0. */
    Map<Integer, OverlayVerdict> verdicts(String file, Distro now) {
        return OverlayRemarks.verdicts(file, overlays, now);
    }
}
