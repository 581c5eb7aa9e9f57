package dev.milliner.refactor;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The orders that people keep names in. */
enum NameOrder {
    /** Capitals before small letters. */
    BY_CODE(Comparator.naturalOrder()),
    /** Capitals and small letters alike. */
    EITHER_CASE(String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder()));

    /** Of so many names one may stand elsewhere. */
    private static final int ONE_OF = 20;

    @SuppressWarnings("ImmutableEnumChecker") // both comparators hold nothing that changes
    private final Comparator<String> comparator;

    NameOrder(Comparator<String> comparator) {
        this.comparator = comparator;
    }

    Comparator<String> comparator() {
        return comparator;
    }

    /** The order that names stand in, but for a few. */
    static Optional<NameOrder> of(List<String> names) {
        NameOrder best = nearest(names);
        return best.faults(names) * ONE_OF <= names.size() ? Optional.of(best) : Optional.empty();
    }

    /** The order that fewest names stand against. */
    static NameOrder nearest(List<String> names) {
        return EITHER_CASE.faults(names) < BY_CODE.faults(names) ? EITHER_CASE : BY_CODE;
    }

    private int faults(List<String> names) {
        int faults = 0;
        for (int i = 1; i < names.size(); i++) {
            faults += comparator.compare(names.get(i - 1), names.get(i)) > 0 ? 1 : 0;
        }
        return faults;
    }

    /** Before which of the names another belongs: where fewest stand on the wrong side of it. */
    int placeOf(String name, List<String> names) {
        int wrong = (int) names.stream().filter(one -> isBefore(one, name)).count();
        int best = 0;
        int fewest = wrong;
        for (int i = 0; i < names.size(); i++) {
            wrong += isBefore(names.get(i), name) ? -1 : 1;
            if (wrong <= fewest) {
                fewest = wrong;
                best = i + 1;
            }
        }
        return best;
    }

    private boolean isBefore(String one, String other) {
        return comparator.compare(one, other) < 0;
    }
}
