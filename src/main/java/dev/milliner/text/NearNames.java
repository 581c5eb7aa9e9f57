package dev.milliner.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds names that someone who wrote another may have meant. */
public final class NearNames {
    private static final int MOST = 3;

    private NearNames() {}

    /** At most three names, nearest first: a few letters away, or longer by whole parts. */
    public static List<String> of(Collection<String> names, String wanted) {
        int farthest = Math.clamp(wanted.length() / 3, 1, 3);
        Map<String, Integer> near = new TreeMap<>();
        for (String name : names) {
            if (Math.abs(name.length() - wanted.length()) <= farthest) {
                int distance = distance(name, wanted);
                if (distance <= farthest) {
                    near.put(name, distance);
                }
            }
            if (name.startsWith(wanted + "-") || name.endsWith("-" + wanted)) {
                near.putIfAbsent(name, 1);
            }
        }
        return near.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparingInt(entry -> entry.getKey().length())
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Asks whether a name near to one that is not there is meant; empty where none is near. */
    public static String question(Collection<String> names, String wanted) {
        List<String> near = of(names, wanted);
        if (near.isEmpty()) {
            return "";
        }
        String others = String.join(", ", near.subList(0, near.size() - 1));
        return "Did you mean " + (others.isEmpty() ? "" : others + " or ") + near.getLast() + "?";
    }

    /** How many letters must be put in, taken out or replaced. */
    private static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(before[j], row[j - 1]) + 1);
            }
            before = row;
        }
        return before[other.length()];
    }
}
