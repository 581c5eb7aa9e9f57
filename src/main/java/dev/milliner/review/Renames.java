package dev.milliner.review;

import dev.milliner.distro.Component;
import dev.milliner.distro.Definition;
import dev.milliner.distro.TableDefinition;
import dev.milliner.distro.ValueComparison;
import dev.milliner.review.DefinitionChange.Added;
import dev.milliner.review.DefinitionChange.Changed;
import dev.milliner.review.DefinitionChange.Removed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what is only called otherwise now. A component is the same where it is made of the same upstream component; a group where it has
 * the same members, any other definition where it says the same.
 */
final class Renames {
    /** So many are tried with one another at most; more that come and go are no renames. */
    private static final int MOST_TRIED = 200;

    private Renames() {}

    /** The changes, with those that belong together naming one another. */
    static List<DefinitionChange> found(List<DefinitionChange> changes) {
        List<Removed> gone = only(Removed.class, changes);
        List<Added> come = only(Added.class, changes);
        if (gone.isEmpty() || come.isEmpty()) {
            return List.copyOf(changes);
        }
        Map<Definition, String> names = new HashMap<>();
        Map<String, Removed> byUpstream = new HashMap<>();
        gone.forEach(one -> byUpstream.putIfAbsent(upstream(one.before()), one));
        for (Added one : come) {
            partner(one, gone, byUpstream)
                    .filter(other -> !names.containsKey(other.before()))
                    .ifPresent(other -> {
                        names.put(one.after(), other.name());
                        names.put(other.before(), one.name());
                    });
        }
        return changes.stream().map(change -> named(change, names)).toList();
    }

    private static Optional<Removed> partner(Added one, List<Removed> gone, Map<String, Removed> byUpstream) {
        if (one.after() instanceof Component) {
            return Optional.ofNullable(byUpstream.get(upstream(one.after())));
        }
        return gone.size() > MOST_TRIED
                ? Optional.empty()
                : gone.stream()
                        .filter(other -> isSame(other.before(), one.after()))
                        .findFirst();
    }

    /** What a component is made of; empty for all else. */
    private static String upstream(Definition definition) {
        return definition instanceof Component component
                ? component.spec().upstreamName().orElse(component.name())
                : "";
    }

    private static boolean isSame(Definition before, Definition after) {
        return before.kind() == after.kind()
                && before instanceof TableDefinition one
                && after instanceof TableDefinition other
                && new ValueComparison().of(one, other).isEmpty()
                && Members.between(before, after).isEmpty();
    }

    private static DefinitionChange named(DefinitionChange change, Map<Definition, String> names) {
        Optional<String> other = Optional.ofNullable(names.get(change.definition()));
        return switch (change) {
            case Added added -> other.isEmpty() ? added : new Added(added.after(), other);
            case Removed removed -> other.isEmpty() ? removed : new Removed(removed.before(), other);
            case Changed changed -> changed;
        };
    }

    private static <T> List<T> only(Class<T> kind, List<DefinitionChange> changes) {
        return new ArrayList<>(
                changes.stream().filter(kind::isInstance).map(kind::cast).toList());
    }
}
