package dev.milliner.workbench.image;

import dev.milliner.image.PlannedPackage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the image page's filter asks for: words in the name, and {@code why:NAME}, {@code size:>10M},
 * {@code level:v3}, {@code asked}, {@code weak}, {@code overlaid}, {@code changed}.
 *
 * @param parts what was typed, in lower case
 * @param changed the names of the packages that differ from HEAD
 */
record PackageFilter(List<String> parts, Set<String> changed) {
    static PackageFilter parse(String text, Set<String> changed) {
        return new PackageFilter(words(text), Set.copyOf(changed));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.strip().toLowerCase(Locale.ROOT).split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** A filter's text with a word put in, or taken out where it was in. */
    static String toggled(String text, String word) {
        List<String> words = new java.util.ArrayList<>(words(text));
        if (!words.remove(word)) {
            words.add(word);
        }
        return String.join(" ", words);
    }

    static boolean has(String text, String word) {
        return words(text).contains(word);
    }

    boolean accepts(PlannedPackage one) {
        return parts.stream().allMatch(part -> accepts(part, one));
    }

    private boolean accepts(String part, PlannedPackage one) {
        int colon = part.indexOf(':');
        String value = part.substring(colon + 1);
        return switch (colon < 0 ? part : part.substring(0, colon)) {
            case "asked" -> one.asked();
            case "pulled" -> !one.asked();
            case "weak" -> one.weak();
            case "overlaid" -> !one.overlays().isEmpty();
            case "changed" -> changed.contains(one.name());
            case "why" ->
                one.chain().stream()
                        .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(value));
            case "arch" -> one.nevra().architecture().contains(value);
            case "level" -> level(one.nevra().architecture()).startsWith(value);
            case "phase" -> one.phase().label().startsWith(value);
            case "repo" -> one.repository().toLowerCase(Locale.ROOT).contains(value);
            case "component" ->
                one.component().orElse("").toLowerCase(Locale.ROOT).contains(value);
            case "size" -> size(value, one.size());
            case "added" -> size(value, one.addedSize());
            default -> one.name().toLowerCase(Locale.ROOT).contains(part);
        };
    }

    /** The level that an architecture tag promises. */
    static String level(String architecture) {
        return switch (architecture) {
            case "noarch" -> "noarch";
            case "x86_64_v2" -> "v2";
            case "x86_64_v3" -> "v3";
            case "x86_64_v4" -> "v4";
            default -> "baseline";
        };
    }

    /** Compares with {@code >10M}, {@code <1G} and the like. */
    private static boolean size(String wanted, long size) {
        String digits = wanted.replaceAll("[^0-9.]", "");
        if (!digits.matches("[0-9]+(\\.[0-9]*)?|\\.[0-9]+")) {
            return true;
        }
        double factor = wanted.endsWith("g") ? 1e9 : wanted.endsWith("m") ? 1e6 : wanted.endsWith("k") ? 1e3 : 1;
        double limit = Double.parseDouble(digits) * factor;
        return wanted.startsWith("<") ? size < limit : size > limit;
    }
}
