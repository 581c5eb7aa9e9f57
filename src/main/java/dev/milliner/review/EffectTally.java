package dev.milliner.review;

import dev.milliner.distro.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one file has an effect on, counted. */
final class EffectTally {
    private final Map<Kind, Integer> added = new EnumMap<>(Kind.class);
    private final Map<Kind, Integer> removed = new EnumMap<>(Kind.class);
    private final Map<Kind, Integer> changed = new EnumMap<>(Kind.class);
    private final Set<String> others = new LinkedHashSet<>();

    void add(DefinitionChange change) {
        Map<Kind, Integer> into =
                switch (change) {
                    case DefinitionChange.Added one -> added;
                    case DefinitionChange.Removed one -> removed;
                    case DefinitionChange.Changed one -> changed;
                };
        into.merge(change.kind(), 1, Integer::sum);
    }

    /** Something that is no definition, in words such as {@code changes the sources of bash}. */
    void add(String other) {
        others.add(other);
    }

    /** All of it, each in a few words. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        added.forEach((kind, number) -> words.add("adds " + Counted.of(number, kind)));
        removed.forEach((kind, number) -> words.add("removes " + Counted.of(number, kind)));
        changed.forEach((kind, number) -> words.add("changes " + Counted.of(number, kind)));
        words.addAll(others);
        return List.copyOf(words);
    }
}
