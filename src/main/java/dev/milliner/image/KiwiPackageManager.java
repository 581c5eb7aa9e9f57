package dev.milliner.image;

import dev.milliner.text.Place;

/**
 * What installs an image's packages.
 *
 * @param name as KIWI calls it, such as {@code dnf4}
 * @param place where the description says so
 */
public record KiwiPackageManager(String name, Place place) {
    /** The package that brings a package manager. */
    static String packageOf(String name) {
        return switch (name) {
            case "dnf4" -> "dnf";
            case "apk" -> "apk-tools";
            default -> name;
        };
    }

    /** Tells whether it chooses packages by DNF's rules, which are those of previews. */
    boolean isDnf() {
        return switch (name) {
            case "dnf4", "dnf5", "microdnf" -> true;
            default -> false;
        };
    }
}
