package dev.milliner.review;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A KIWI description that says something else of an image.
 *
 * @param image the image's name
 * @param file the description's file, relative to the root
 * @param added what it asks for besides
 * @param removed what it asks for no more
 * @param other whether it asks for the same, and differs in other things
 */
public record DescriptionChange(String image, String file, List<Asked> added, List<Asked> removed, boolean other) {
    /**
     * A line of a packages section.
     *
     * @param kind what it asks for, in KIWI's word: {@code package}, {@code ignore} or {@code collection}
     * @param name the name it gives
     * @param where the section's type, with its profiles and the line's architectures where it has some
     * @param line where it stands, from 1: in the description after; of one that is gone, in the one before
     */
    public record Asked(String kind, String name, String where, int line) {
        boolean isSame(Asked other) {
            return kind.equals(other.kind) && name.equals(other.name) && where.equals(other.where);
        }
    }

    /** It in a few words, such as {@code asks for 2 more, 1 less}. */
    String words() {
        if (other) {
            return "keeps its packages and is described otherwise";
        }
        return "asks for "
                + Stream.of(count(added, "more"), count(removed, "less"))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", "));
    }

    private static String count(List<Asked> all, String what) {
        return all.isEmpty() ? "" : all.size() + " " + what;
    }
}
