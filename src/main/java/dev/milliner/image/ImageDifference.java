package dev.milliner.image;

import dev.milliner.rpm.Nevra;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The packages in which two images differ, by name. What each image is, a plan or a built artifact, makes no difference.
 *
 * @param changes the differing packages
 * @param sizeBefore the installed size of the first image's packages, in bytes
 * @param sizeAfter that of the second's
 */
public record ImageDifference(List<Change> changes, long sizeBefore, long sizeAfter) {
    /**
     * A package of an image.
     *
     * @param nevra its full name
     * @param size installed, in bytes
     * @param source the name of its source package, which tells the component it is made by
     */
    public record Held(Nevra nevra, long size, String source) {}

    /**
     * A package that differs.
     *
     * @param name its name
     * @param before what the first image holds of it
     * @param after what the second holds
     */
    public record Change(String name, Optional<Held> before, Optional<Held> after) {
        /** The name of the source package it is made from. */
        public String source() {
            return after.or(() -> before).map(Held::source).orElse(name);
        }

        /** What became of it, in a word. */
        public Kind kind() {
            if (before.isEmpty()) {
                return Kind.ADDED;
            }
            return after.isEmpty() ? Kind.REMOVED : Kind.CHANGED;
        }

        /** How much larger it is in the second image, in bytes. */
        public long growth() {
            return after.map(Held::size).orElse(0L) - before.map(Held::size).orElse(0L);
        }
    }

    /** What became of a package. */
    public enum Kind {
        /** Only the second image holds it. */
        ADDED("added"),
        /** Only the first image holds it. */
        REMOVED("removed"),
        /** Both hold it, in different versions or sizes. */
        CHANGED("changed");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As people read it. */
        public String word() {
            return word;
        }
    }

    /** With a list that nobody changes. */
    public ImageDifference {
        changes = List.copyOf(changes);
    }

    /** Compares two images by what they hold. */
    public static ImageDifference of(List<Held> before, List<Held> after) {
        Map<String, Held> first = byName(before);
        Map<String, Held> second = byName(after);
        TreeSet<String> keys = new TreeSet<>(first.keySet());
        keys.addAll(second.keySet());
        List<Change> changes = new ArrayList<>();
        for (String key : keys) {
            Optional<Held> one = Optional.ofNullable(first.get(key));
            Optional<Held> other = Optional.ofNullable(second.get(key));
            if (!isSame(one, other)) {
                changes.add(new Change(one.or(() -> other).orElseThrow().nevra().name(), one, other));
            }
        }
        return new ImageDifference(changes, size(before), size(after));
    }

    /** What a plan holds. */
    public static List<Held> held(ImagePlan plan) {
        return plan.packages().stream()
                .map(one -> new Held(one.nevra(), one.size(), one.source()))
                .toList();
    }

    /** What a built image holds. */
    public static List<Held> held(Inspection inspection) {
        return inspection.packages().stream()
                .map(Inspection.Inspected::installed)
                .map(one -> new Held(one.nevra(), one.size(), sourceName(one.source())))
                .toList();
    }

    /** The name in a source package's file name. */
    private static String sourceName(String file) {
        return file.replaceFirst("-[^-]+-[^-]+$", "");
    }

    private static boolean isSame(Optional<Held> one, Optional<Held> other) {
        return one.map(Held::nevra).equals(other.map(Held::nevra))
                && one.map(Held::size).equals(other.map(Held::size));
    }

    /** How much larger the second image is, in bytes. */
    public long growth() {
        return sizeAfter - sizeBefore;
    }

    /** The changes by the source package they come from, the largest difference first. */
    public Map<String, List<Change>> bySource() {
        Map<String, List<Change>> groups =
                changes.stream().collect(Collectors.groupingBy(Change::source, TreeMap::new, Collectors.toList()));
        Map<String, List<Change>> ordered = new LinkedHashMap<>();
        groups.entrySet().stream()
                .sorted(Comparator.comparingLong(group -> -difference(group.getValue())))
                .forEach(group -> ordered.put(group.getKey(), group.getValue()));
        return ordered;
    }

    private static long difference(List<Change> changes) {
        return Math.abs(changes.stream().mapToLong(Change::growth).sum());
    }

    /** Several versions of a name, as of kernels, are told apart by their place. */
    private static Map<String, Held> byName(List<Held> held) {
        Map<String, Held> map = new TreeMap<>();
        for (Held one : held) {
            String key = one.nevra().name();
            for (int i = 2; map.containsKey(key); i++) {
                key = one.nevra().name() + " " + i;
            }
            map.put(key, one);
        }
        return map;
    }

    private static long size(List<Held> held) {
        return held.stream().mapToLong(Held::size).sum();
    }
}
