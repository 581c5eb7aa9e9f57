package dev.milliner.build.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What differs between two evaluations of a spec.
 *
 * @param packages names of packages that are made no more, or newly
 * @param buildRequires what builds need no more, or newly
 * @param changed what differs in the packages that both make
 */
public record SpecEvaluationDifference(Delta packages, Delta buildRequires, List<Changed> changed) {
    public SpecEvaluationDifference {
        changed = List.copyOf(changed);
    }

    /**
     * A package that is not the same.
     *
     * @param name its name
     * @param facts what differs, by kind; without the kinds in which nothing does
     */
    public record Changed(String name, Map<Fact, Delta> facts) {
        public Changed {
            facts = Collections.unmodifiableMap(facts);
        }
    }

    /** From one evaluation to another. */
    public static SpecEvaluationDifference between(SpecEvaluation before, SpecEvaluation after) {
        List<Changed> changed = new ArrayList<>();
        for (EvaluatedPackage old : before.packages()) {
            Optional<EvaluatedPackage> now = after.find(old.name());
            now.map(one -> facts(old, one))
                    .filter(facts -> !facts.isEmpty())
                    .ifPresent(facts -> changed.add(new Changed(old.name(), facts)));
        }
        return new SpecEvaluationDifference(
                Delta.between(names(before), names(after)),
                Delta.between(before.buildRequires(), after.buildRequires()),
                changed);
    }

    private static Map<Fact, Delta> facts(EvaluatedPackage before, EvaluatedPackage after) {
        Map<Fact, Delta> facts = new EnumMap<>(Fact.class);
        for (Fact fact : Fact.values()) {
            Delta delta = Delta.between(before.get(fact), after.get(fact));
            if (!delta.isEmpty()) {
                facts.put(fact, delta);
            }
        }
        return facts;
    }

    private static List<String> names(SpecEvaluation evaluation) {
        return evaluation.packages().stream().map(EvaluatedPackage::name).toList();
    }

    /** Tells whether nothing differs. */
    public boolean isEmpty() {
        return packages.isEmpty() && buildRequires.isEmpty() && changed.isEmpty();
    }
}
