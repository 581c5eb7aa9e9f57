package dev.milliner.refactor;

import dev.milliner.distro.Difference;
import dev.milliner.distro.Distro;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a refactoring means to change in what the distro resolves to.
 *
 * @param differences all that may differ, and has to
 * @param fault looks closer at the distro as it is then; says what is not as it was meant
 * @param remarks what is to be said of it besides
 */
record Outcome(Set<Difference> differences, Function<Distro, Optional<String>> fault, List<String> remarks) {
    /** Nothing differs. */
    static Outcome same() {
        return of(Set.of());
    }

    /** Some definitions differ, and how they do follows from what they are. */
    static Outcome of(Set<Difference> differences) {
        return new Outcome(Set.copyOf(differences), distro -> Optional.empty(), List.of());
    }

    /** The same, with a closer look. */
    Outcome held(Function<Distro, Optional<String>> closer) {
        return new Outcome(differences, closer, remarks);
    }

    /** The same, with something to say. */
    Outcome saying(List<String> sentences) {
        return new Outcome(differences, fault, List.copyOf(sentences));
    }
}
