package dev.milliner.upstream;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.distro.Overlay;
import dev.milliner.distro.Problem;
import dev.milliner.text.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the overlays that were judged are by now, so that what is said of them stands at the right line while they are
 * judged anew.
 *
 * @param moves where each overlay was and is
 */
public record OverlayPlaces(List<Move> moves) {
    /** Where one overlay was and is. */
    public record Move(Place before, Place now) {
        private boolean covers(Place place) {
            return place.file().equals(before.file())
                    && before.range().line() <= place.range().line()
                    && place.range().line() <= before.range().endLine();
        }

        private Place moved(Place place) {
            return new Place(
                    now.file(),
                    place.range().down(now.range().line() - before.range().line()));
        }
    }

    /** Compares what was judged with a state of the distro; overlays that came or went meanwhile are left alone. */
    public static OverlayPlaces of(OverlayResult shown, Distro now) {
        OverlaidComponent overlaid = shown.overlaid();
        Component component = now.components().get(shown.component());
        List<Move> moves = new ArrayList<>();
        if (overlaid != null
                && component != null
                && component.overlays().size() == overlaid.effects().size()) {
            for (int i = 0; i < overlaid.effects().size(); i++) {
                Overlay before = overlaid.effects().get(i).overlay();
                moves.add(new Move(before.place(), component.overlays().get(i).place()));
            }
        }
        return new OverlayPlaces(List.copyOf(moves));
    }

    /** Where a place in an overlay is by now. */
    public Place moved(Place place) {
        return moves.stream()
                .filter(move -> move.covers(place))
                .findFirst()
                .map(move -> move.moved(place))
                .orElse(place);
    }

    /** The same problem where its overlay is by now. */
    public Problem moved(Problem problem) {
        return new Problem(problem.severity(), problem.code(), problem.message(), moved(problem.place()));
    }
}
