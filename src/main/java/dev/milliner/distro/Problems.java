package dev.milliner.distro;

import dev.milliner.text.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects problems; the same one twice counts once. */
final class Problems {
    private final Set<Problem> found = new LinkedHashSet<>();

    /** What azldev refuses. */
    void error(String code, String message, Place place) {
        found.add(new Problem(Severity.ERROR, code, message, place));
    }

    /** What azldev lets pass and sense does not. */
    void warning(String code, String message, Place place) {
        found.add(new Problem(Severity.WARNING, code, message, place));
    }

    void addAll(Collection<Problem> problems) {
        found.addAll(problems);
    }

    List<Problem> list() {
        return List.copyOf(found);
    }

    /** All of them by file and line. */
    List<Problem> sorted() {
        List<Problem> sorted = new ArrayList<>(found);
        sorted.sort(Problem.BY_PLACE);
        return List.copyOf(sorted);
    }
}
