package dev.milliner.workbench.overlays;

import dev.milliner.distro.Distro;
import dev.milliner.upstream.OverlayRemarks;
import dev.milliner.upstream.OverlayResult;
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
    public static Map<Integer, Hint> of(String file, Map<String, OverlayResult> results, Distro now) {
        Map<Integer, Hint> hints = new HashMap<>();
        OverlayRemarks.verdicts(file, results.values(), now)
                .forEach((line, verdict) ->
                        hints.put(line, new Hint.Remark(verdict.remark(), Verdicts.styleClass(verdict.kind()))));
        return hints;
    }
}
