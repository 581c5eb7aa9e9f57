package dev.milliner.image.kiwi;

import dev.milliner.distro.Problem;
import dev.milliner.distro.Severity;
import dev.milliner.text.Place;
import java.util.ArrayList;
import java.util.List;

/** What is found wrong with a description. */
final class DescriptionFaults {
    private final List<Problem> found = new ArrayList<>();

    void error(String code, String message, Place place) {
        found.add(new Problem(Severity.ERROR, code, message, place));
    }

    void warning(String code, String message, Place place) {
        found.add(new Problem(Severity.WARNING, code, message, place));
    }

    void add(Problem problem) {
        found.add(problem);
    }

    List<Problem> all() {
        return List.copyOf(found);
    }
}
