package dev.milliner.workbench.shell;

import dev.milliner.workbench.derive.ResultEditor;
import dev.milliner.workbench.files.LeftText;
import dev.milliner.workbench.overlays.OverlayPage;
import dev.milliner.workbench.words.Wording;
import java.util.Optional;

/**
 * Takes over the edited results that an earlier workbench left: the component comes into focus, and its result is edited on.
 *
 * @param parts what the pages share
 * @param editor edits results
 */
record LeftResults(PageParts parts, ResultEditor editor) {
    /** Takes one over once the distro is resolved; where that can't be, it stays kept and is offered again. */
    void take(LeftText left) {
        parts.workspace().whenSettled(snapshot -> {
            String component = Optional.ofNullable(left.kept().component()).orElseThrow();
            var now = snapshot.distro().components().get(component);
            if (now == null) {
                parts.host().say(Wording.of("shell.left-results.no-component-any", component));
            } else if (editor.restore(left)) {
                parts.overlays().focus(now, snapshot.distro());
                parts.host().showPage(OverlayPage.ID);
                parts.overlays().editsResultProperty().set(true);
            } else {
                parts.host().say(Wording.of("shell.left-results.first-write-discard", editor.component(), component));
            }
        });
    }
}
