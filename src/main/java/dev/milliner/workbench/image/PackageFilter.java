package dev.milliner.workbench.image;

import dev.milliner.image.PlannedPackage;
import java.util.List;
import java.util.Locale;

/**
 * What the image page's filter asks for: words in the name, and {@code why:NAME}, {@code size:>10M},
 * {@code level:v3}, {@code asked}, {@code weak}, {@code overlaid}.
 *
 * @param parts what was typed, in lower case
 */
record PackageFilter(List<String> parts) {
    static PackageFilter parse(String text) {
        return new PackageFilter(List.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+", -1)));
    }

    boolean accepts(PlannedPackage one) {
        for (String part : parts) {
            if (!part.isEmpty() && !accepts(part, one)) {
                return false;
            }
        }
        return true;
    }

    private static boolean accepts(String part, PlannedPackage one) {
        int colon = part.indexOf(':');
        String value = part.substring(colon + 1);
        return switch (colon < 0 ? part : part.substring(0, colon)) {
            case "asked" -> one.asked();
            case "pulled" -> !one.asked();
            case "weak" -> one.weak();
            case "overlaid" -> !one.overlays().isEmpty();
            case "why" -> one.chain().stream().anyMatch(name -> name.contains(value));
            case "arch" -> one.nevra().architecture().contains(value);
            case "phase" -> one.phase().label().startsWith(value);
            case "size" -> size(value, one.size());
            default -> one.name().toLowerCase(Locale.ROOT).contains(part);
        };
    }

    /** Compares with {@code >10M}, {@code <1G} and the like. */
    private static boolean size(String wanted, long size) {
        String digits = wanted.replaceAll("[^0-9.]", "");
        if (digits.isEmpty() || digits.equals(".")) {
            return true;
        }
        double factor = wanted.endsWith("g") ? 1e9 : wanted.endsWith("m") ? 1e6 : wanted.endsWith("k") ? 1e3 : 1;
        double limit = Double.parseDouble(digits) * factor;
        return wanted.startsWith("<") ? size < limit : size > limit;
    }
}
