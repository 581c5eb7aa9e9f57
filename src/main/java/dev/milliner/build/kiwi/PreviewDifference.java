package dev.milliner.build.kiwi;

import dev.milliner.ground.Amount;
import dev.milliner.image.ImagePlan;
import dev.milliner.image.Inspection;
import dev.milliner.rpm.Nevra;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The packages in which a built image differs from its preview.
 *
 * @param missing those that were foreseen, and the image does not hold
 * @param surplus those that the image holds, and were not foreseen
 */
public record PreviewDifference(List<Nevra> missing, List<Nevra> surplus) {
    private static final int SHOWN = 20;

    /** With lists that nobody changes. */
    public PreviewDifference {
        missing = List.copyOf(missing);
        surplus = List.copyOf(surplus);
    }

    /** Compares. */
    public static PreviewDifference of(ImagePlan plan, Inspection built) {
        Map<String, Nevra> planned = new TreeMap<>();
        plan.packages().forEach(one -> planned.put(one.nevra().toString(), one.nevra()));
        Map<String, Nevra> held = new TreeMap<>();
        built.packages()
                .forEach(one -> held.put(
                        one.installed().nevra().toString(), one.installed().nevra()));
        return new PreviewDifference(without(planned, held), without(held, planned));
    }

    private static List<Nevra> without(Map<String, Nevra> some, Map<String, Nevra> others) {
        return some.entrySet().stream()
                .filter(one -> !others.containsKey(one.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Tells whether the image is as it was foreseen. */
    public boolean isNone() {
        return missing.isEmpty() && surplus.isEmpty();
    }

    /** What differs, in a sentence; another version of a package is said once. */
    public String words() {
        TreeSet<String> names = new TreeSet<>();
        missing.forEach(one -> names.add(one.name()));
        surplus.forEach(one -> names.add(one.name()));
        List<String> words = new ArrayList<>();
        for (String name : names) {
            List<String> before = named(missing, name);
            List<String> after = named(surplus, name);
            if (after.isEmpty()) {
                words.add(String.join(", ", before) + " was foreseen and is not there");
            } else if (before.isEmpty()) {
                words.add(String.join(", ", after) + " is there and was not foreseen");
            } else {
                words.add(String.join(", ", after) + " is there in place of " + String.join(", ", before));
            }
        }
        int more = words.size() - SHOWN;
        return "The image differs from its preview in " + Amount.of(words.size(), "package") + ": "
                + String.join("; ", words.subList(0, Math.min(SHOWN, words.size())))
                + (more > 0 ? "; and " + more + " more" : "");
    }

    private static List<String> named(List<Nevra> some, String name) {
        return some.stream()
                .filter(one -> one.name().equals(name))
                .map(Nevra::toString)
                .toList();
    }
}
