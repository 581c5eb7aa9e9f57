package dev.milliner.build.evaluate;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A package that a spec makes.
 *
 * @param name its name
 * @param facts what rpm says of it; without the kinds of which there is nothing
 */
public record EvaluatedPackage(String name, Map<Fact, List<String>> facts) {
    public EvaluatedPackage {
        Map<Fact, List<String>> ordered = new EnumMap<>(Fact.class);
        facts.forEach((fact, values) -> ordered.put(fact, List.copyOf(values)));
        facts = Collections.unmodifiableMap(ordered);
    }

    /** What rpm says of one kind; may be nothing. */
    public List<String> get(Fact fact) {
        return facts.getOrDefault(fact, List.of());
    }
}
