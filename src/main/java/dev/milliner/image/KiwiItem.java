package dev.milliner.image;

import dev.milliner.text.Place;
import java.util.List;

/**
 * One line of a packages section.
 *
 * @param kind what it asks for
 * @param name the name it gives
 * @param architectures those it counts for; empty for all
 * @param place where it stands
 */
public record KiwiItem(Kind kind, String name, List<String> architectures, Place place) {
    /** What a line asks for. */
    public enum Kind {
        /** A package to install. */
        PACKAGE,
        /** A package that must not be installed. */
        IGNORE,
        /** A group of packages that a repository defines. */
        COLLECTION
    }

    /** With a list that nobody changes. */
    public KiwiItem {
        architectures = List.copyOf(architectures);
    }
}
