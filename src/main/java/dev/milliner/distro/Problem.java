package dev.milliner.distro;

import dev.milliner.text.Place;
import java.util.Comparator;

/**
 * A fault in a distro's text, with where it stands.
 *
 * @param severity how bad it is
 * @param code a stable short name of the kind of fault, such as {@code duplicate-component}
 * @param message what is wrong and what to do, in one or two sentences
 * @param place where it is
 */
public record Problem(Severity severity, String code, String message, Place place) {
    /** By file and line, the worst first. */
    public static final Comparator<Problem> BY_PLACE = Comparator.comparing(
                    (Problem problem) -> problem.place().file())
            .thenComparingInt(problem -> problem.place().range().line())
            .thenComparingInt(problem -> problem.place().range().column())
            .thenComparing(Problem::severity)
            .thenComparing(Problem::code)
            .thenComparing(Problem::message);
}
