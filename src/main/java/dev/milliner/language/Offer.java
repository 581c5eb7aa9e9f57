package dev.milliner.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Collects what could stand at a place and keeps what fits best. */
final class Offer {
    private final Span span;
    private final String typed;
    private final List<List<Supplier<Completion>>> byRank = new ArrayList<>();
    private final Set<String> labels = new HashSet<>();
    private boolean more;

    /**
     * An offer.
     *
     * @param span what an item takes the place of
     * @param typed what items are filtered by
     */
    Offer(Span span, String typed) {
        this.span = span;
        this.typed = typed;
        for (int rank = 0; rank < Fuzzy.NONE * Completion.Standing.values().length; rank++) {
            byRank.add(new ArrayList<>());
        }
    }

    /** Takes an item that is ready. */
    void add(Completion item) {
        int rank = Fuzzy.rank(typed, item.label());
        if (rank < Fuzzy.NONE && labels.add(item.label())) {
            keep(rank, order(item.standing()), () -> item);
        }
    }

    /** Takes a name; the item is made only where it is among the best. */
    void add(String name, Supplier<Completion> item) {
        int rank = Fuzzy.rank(typed, name);
        if (rank < Fuzzy.NONE && labels.add(name)) {
            keep(rank, order(Completion.Standing.FREE), item);
        }
    }

    private static int order(Completion.Standing standing) {
        return switch (standing) {
            case REQUIRED -> 0;
            case FREE -> 1;
            case SET -> 2;
            case IDLE -> 3;
        };
    }

    private void keep(int rank, int standing, Supplier<Completion> item) {
        List<Supplier<Completion>> same = byRank.get(rank * Completion.Standing.values().length + standing);
        if (same.size() < Completions.MOST) {
            same.add(item);
        } else {
            more = true;
        }
    }

    /** The names of all that fits, be they among the best or not. */
    Set<String> names() {
        return labels;
    }

    Completions completions() {
        List<Completion> best = byRank.stream()
                .flatMap(List::stream)
                .limit(Completions.MOST + 1L)
                .map(Supplier::get)
                .toList();
        boolean tooMany = best.size() > Completions.MOST;
        return new Completions(
                span.start(), span.end(), tooMany ? best.subList(0, Completions.MOST) : best, more || tooMany);
    }
}
