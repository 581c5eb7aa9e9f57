package dev.milliner.image;

import java.util.List;
import java.util.Optional;

/**
 * A {@code <preferences>} section, as far as it bears on packages.
 *
 * @param profiles those it counts for; empty for all
 * @param packageManager such as {@code dnf5}
 * @param types its image types, the primary one first
 * @param ownLoader whether a type has a script that installs the boot loader
 * @param uefi whether a type starts by UEFI
 */
public record KiwiPreferences(
        List<String> profiles, Optional<String> packageManager, List<String> types, boolean ownLoader, boolean uefi) {
    /** With lists that nobody changes. */
    public KiwiPreferences {
        profiles = List.copyOf(profiles);
        types = List.copyOf(types);
    }
}
