package dev.milliner.workbench.shell;

import dev.milliner.distro.Problem;
import dev.milliner.workbench.base.Snapshot;
import dev.milliner.workbench.base.Workspace;
import dev.milliner.workbench.overlays.OverlayScan;
import dev.milliner.workbench.overlays.RpmDesk;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Adds what overlays do to a state's problems wherever these are shown; it is found later than the state. */
final class Judgements {
    private final Workspace workspace;
    private final OverlayScan scan;
    private final RpmDesk rpm;
    private final Consumer<Snapshot> show;
    private final Consumer<Snapshot> remark;
    private @Nullable Judged judged;

    /** What is shown: a state of the distro, and what was found of its overlays. */
    private record Judged(Snapshot snapshot, List<Problem> more, Snapshot whole) {}

    /**
     * Makes it.
     *
     * @param show shows a state whose problems are others
     * @param remark shows what else was found of a state whose problems are the same
     */
    Judgements(Workspace workspace, OverlayScan scan, RpmDesk rpm, Consumer<Snapshot> show, Consumer<Snapshot> remark) {
        this.workspace = workspace;
        this.scan = scan;
        this.rpm = rpm;
        this.show = show;
        this.remark = remark;
    }

    /** Shows a state with what is known of its overlays. */
    void show(Snapshot snapshot) {
        show(snapshot, found(snapshot));
    }

    private void show(Snapshot snapshot, List<Problem> more) {
        Snapshot whole = snapshot.with(more);
        judged = new Judged(snapshot, more, whole);
        show.accept(whole);
    }

    private List<Problem> found(Snapshot snapshot) {
        return Stream.concat(scan.problems(snapshot.distro()).stream(), rpm.problems().stream())
                .toList();
    }

    /** Shows what was found; mostly it is what was known before. */
    @SuppressWarnings("ReferenceEquality") // a state is the same where nothing was resolved anew
    void judged() {
        Snapshot snapshot = workspace.snapshot();
        if (snapshot == null) {
            return;
        }
        List<Problem> more = found(snapshot);
        Judged before = judged;
        if (before != null && before.snapshot() == snapshot && before.more().equals(more)) {
            remark.accept(before.whole());
        } else {
            show(snapshot, more);
        }
    }
}
