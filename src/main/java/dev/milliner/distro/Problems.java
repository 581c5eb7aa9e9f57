package dev.milliner.distro;

import dev.milliner.text.Place;
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

    /**
     * All that is wrong by file and line.
     *
     * @param shared what concerns no single file or component
     * @param files what was read
     * @param components what is wrong with components
     */
    static List<Problem> sorted(
            List<Problem> shared, Collection<ParsedFile> files, Collection<List<Problem>> components) {
        Set<Problem> all = new LinkedHashSet<>(shared);
        files.forEach(file -> all.addAll(file.problems()));
        components.forEach(all::addAll);
        return all.stream().sorted(Problem.BY_PLACE).toList();
    }
}
