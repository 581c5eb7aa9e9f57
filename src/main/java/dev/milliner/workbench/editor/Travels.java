package dev.milliner.workbench.editor;

import dev.milliner.text.Place;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The places that somebody went away from, to go back to and forward again. */
final class Travels {
    private static final int MOST = 100;

    private final Deque<Place> back = new ArrayDeque<>();
    private final Deque<Place> forward = new ArrayDeque<>();

    /** Goes from a place to another; what was ahead is forgotten. */
    void leave(Place from) {
        if (!from.equals(back.peekLast())) {
            back.addLast(from);
        }
        if (back.size() > MOST) {
            back.removeFirst();
        }
        forward.clear();
    }

    /** The place before; from there the way forward leads to where one is. */
    Optional<Place> back(Optional<Place> from) {
        return step(back, forward, from);
    }

    /** The place that one went back from. */
    Optional<Place> forward(Optional<Place> from) {
        return step(forward, back, from);
    }

    private static Optional<Place> step(Deque<Place> to, Deque<Place> behind, Optional<Place> from) {
        Place place = to.pollLast();
        if (place != null) {
            from.ifPresent(behind::addLast);
        }
        return Optional.ofNullable(place);
    }
}
