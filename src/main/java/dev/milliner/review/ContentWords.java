package dev.milliner.review;

import dev.milliner.image.ImageDifference;
import dev.milliner.image.ImageDifference.Change;
import dev.milliner.image.ImageDifference.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What images hold otherwise, in words. */
final class ContentWords {
    private static final double KILOBYTE = 1_000;
    private static final double MEGABYTE = 1_000_000;

    private ContentWords() {}

    /** All of it in a few words, such as {@code vm-base −14.2 MB}. */
    static String brief(ImageContent content) {
        return content.image()
                + switch (content) {
                    case ImageContent.Unknown unknown -> " can't be planned";
                    case ImageContent.Known known ->
                        " " + growth(known.difference().growth());
                };
    }

    /** The packages that come, go and differ. */
    static List<String> lines(ImageContent content) {
        return switch (content) {
            case ImageContent.Unknown unknown -> List.of("what it would hold can't be told: " + unknown.why());
            case ImageContent.Known known -> lines(known.difference());
        };
    }

    private static List<String> lines(ImageDifference difference) {
        if (difference.changes().isEmpty()) {
            return List.of("holds the same packages");
        }
        List<String> lines = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            List<String> names = names(difference, kind);
            if (!names.isEmpty()) {
                lines.add(Counted.of(names.size(), "package") + " " + kind.word() + ": " + Words.some(names));
            }
        }
        return lines;
    }

    /** The names of the packages that something became of. */
    static List<String> names(ImageDifference difference, Kind kind) {
        return difference.changes().stream()
                .filter(change -> change.kind() == kind)
                .map(Change::name)
                .toList();
    }

    private static String growth(long bytes) {
        String sign = bytes < 0 ? "−" : bytes > 0 ? "+" : "±";
        double size = Math.abs(bytes);
        return size < MEGABYTE
                ? String.format(Locale.ROOT, "%s%.1f kB", sign, size / KILOBYTE)
                : String.format(Locale.ROOT, "%s%.1f MB", sign, size / MEGABYTE);
    }
}
