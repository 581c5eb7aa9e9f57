package dev.milliner.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Collects what could stand at a place and keeps what fits best. */
final class Offer {
    private static final int STANDINGS = Completion.Standing.values().length;

    private final Span span;
    private final String typed;
    private final Fuzzy fuzzy;
    private final List<List<Supplier<Completion>>> byRank = new ArrayList<>();
    private final Set<String> labels = new HashSet<>();
    private final int most;
    private boolean more;

    /**
     * An offer.
     *
     * @param span what an item takes the place of
     * @param typed what items are filtered by
     */
    Offer(Span span, String typed) {
        this(span, typed, Completions.MOST);
    }

    /** An offer of anything, to know the names of all. */
    static Offer ofAll() {
        return new Offer(Span.at(0), "", Integer.MAX_VALUE);
    }

    private Offer(Span span, String typed, int most) {
        this.span = span;
        this.most = most;
        this.typed = typed;
        this.fuzzy = new Fuzzy(typed);
        for (int rank = 0; rank < Fuzzy.NONE * STANDINGS; rank++) {
            byRank.add(new ArrayList<>());
        }
    }

    /** Takes an item that is ready. */
    void add(Completion item) {
        int rank = fuzzy.rank(item.label());
        keep(rank, order(item.standing()), item.label(), () -> item);
    }

    /** Tells whether what is typed begins a name or a word in it. */
    boolean begins(String name) {
        return fuzzy.rank(name) <= Fuzzy.WORD;
    }

    /** Takes names; an item is made only of those that are among the best. */
    void add(Iterable<String> names, Function<String, Completion> item) {
        names.forEach(name -> addBest(name, item));
    }

    /** Takes many names, as {@link #add(Iterable, Function)}. */
    void add(Letters letters, Function<String, Completion> item) {
        letters.having(typed, name -> addBest(name, item));
    }

    private void addBest(String name, Function<String, Completion> item) {
        // Where enough names begin with what is typed, others need not be looked at.
        int rank = more && isFull() && !name.startsWith(typed) ? Fuzzy.NONE : fuzzy.rank(name);
        if (rank < Fuzzy.NONE) {
            keep(rank, order(Completion.Standing.FREE), name, () -> item.apply(name));
        }
    }

    /** Takes a name; the item is made only where it is among the best. */
    void add(String name, Supplier<Completion> item) {
        int rank = fuzzy.rank(name);
        keep(rank, order(Completion.Standing.FREE), name, item);
    }

    private boolean isFull() {
        return byRank.get(STANDINGS + order(Completion.Standing.FREE)).size() >= most;
    }

    private static int order(Completion.Standing standing) {
        return switch (standing) {
            case REQUIRED -> 0;
            case FREE -> 1;
            case SET -> 2;
            case IDLE -> 3;
        };
    }

    private void keep(int rank, int standing, String name, Supplier<Completion> item) {
        if (rank == Fuzzy.NONE) {
            return;
        }
        List<Supplier<Completion>> same = byRank.get(rank * STANDINGS + standing);
        if (same.size() >= most) {
            more = true;
        } else if (labels.add(name)) {
            same.add(item);
        }
    }

    /** The names of what is kept. */
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
