package dev.milliner.workbench.overlays;

import dev.milliner.distro.Distro;
import dev.milliner.distro.Problem;
import dev.milliner.upstream.OverlayRemarks;
import dev.milliner.upstream.OverlayResult;
import dev.milliner.upstream.OverlayWork;
import dev.milliner.workbench.base.Later;
import dev.milliner.workbench.base.Rest;
import dev.milliner.workbench.words.Wording;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Judges the overlays of all components whose sources are at hand, again after every edit; components that did not
 * change are not applied again.
 */
public final class OverlayScan {
    private static final Duration REST = Duration.ofMillis(250);

    private final OverlayWork overlayWork;
    private final Later later = new Later(Wording.of("activity.overlay-scan"));
    /** While somebody types into one overlay, the others can wait; what that one does is taken from the desk. */
    private final Rest rest = new Rest(REST, this::scan);

    private final ReadOnlyObjectWrapper<Map<String, OverlayResult>> results = new ReadOnlyObjectWrapper<>(Map.of());
    private @Nullable Distro distro;

    /** Scans with the sources that a desk found. */
    public OverlayScan(OverlayDesk desk) {
        overlayWork = desk.overlayWork();
        // Sources fetched for one component change what the scan can say of it.
        desk.shownProperty().subscribe(this::take);
    }

    private void take(@Nullable OverlayResult shown) {
        if (shown != null
                && shown.overlaid() != null
                && !shown.overlaid().effects().isEmpty()
                && !shown.equals(results.get().get(shown.component()))) {
            Map<String, OverlayResult> now = new TreeMap<>(results.get());
            now.put(shown.component(), shown);
            results.set(now);
        }
    }

    /** What was found, by component. Changes on the JavaFX thread. */
    public ReadOnlyObjectProperty<Map<String, OverlayResult>> resultsProperty() {
        return results.getReadOnlyProperty();
    }

    /** The problems of all components, each where its overlay is in a state of the distro. */
    public List<Problem> problems(Distro now) {
        return OverlayRemarks.problems(results.get().values(), now);
    }

    /** Scans a state of the distro. */
    public void scan(Distro state) {
        distro = state;
        rest.begin();
    }

    private void scan() {
        Distro scanned = distro;
        if (scanned != null) {
            later.ask(() -> overlayWork.ofAll(scanned), results::set);
        }
    }

    OverlayWork overlayWork() {
        return overlayWork;
    }

    /** Tells whether the newest state was scanned. */
    public boolean isSettled() {
        return later.isSettled() && !rest.isRunning();
    }

    /** Ends what it works out. */
    public void close() {
        rest.end();
        later.close();
    }
}
