package dev.milliner.overlay;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of the last few questions about the same sources. Who types into one overlay asks the same of those around it
 * with every key. Safe for several threads.
 *
 * @param <Q> a question; equal ones have the same answer
 * @param <A> an answer
 */
final class Outcomes<Q, A> {
    /** The next overlay, what azldev adds last, and both once more for the overlay that is typed into. */
    private static final int MOST = 4;

    private final Map<Q, A> known = new LinkedHashMap<>(8, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Q, A> eldest) {
            return size() > MOST;
        }
    };

    /**
     * Finds an answer.
     *
     * @param <E> why there is none; such questions are asked again
     */
    interface Work<A, E extends Exception> {
        A done() throws E;
    }

    <E extends Exception> A of(Q question, Work<A, E> work) throws E {
        @Nullable A before = known(question);
        if (before != null) {
            return before;
        }
        A answer = work.done();
        synchronized (known) {
            known.put(question, answer);
        }
        return answer;
    }

    private @Nullable A known(Q question) {
        synchronized (known) {
            return known.get(question);
        }
    }
}
