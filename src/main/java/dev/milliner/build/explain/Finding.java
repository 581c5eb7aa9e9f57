package dev.milliner.build.explain;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Something that a log tells of a failure.
 *
 * @param cause what is wrong, in one sentence
 * @param log the name of the log's file where it stands
 * @param lines that file's lines where it stands, from 1
 * @param certain whether there is no doubt that this made the build fail
 * @param kind what kind of failure it is, such as {@code compile-error}
 * @param place where the fault is, if that is known
 * @param fix what to do about it, in one sentence
 * @param rule the name of the rule that says so
 */
public record Finding(
        String cause,
        String log,
        List<Integer> lines,
        boolean certain,
        String kind,
        Optional<FaultPlace> place,
        String fix,
        String rule) {
    Finding withPlace(UnaryOperator<FaultPlace> changed) {
        return new Finding(cause, log, lines, certain, kind, place.map(changed), fix, rule);
    }
}
