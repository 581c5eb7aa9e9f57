package dev.milliner.image;

import dev.milliner.image.kiwi.KiwiElement;
import java.util.List;
import java.util.Optional;

/**
 * A {@code <preferences>} section, as far as it bears on packages.
 *
 * @param profiles those it counts for; empty for all
 * @param architectures those it counts for; empty for all
 * @param version the image's version, where it has one
 * @param packageManager what installs packages, where it says so
 * @param types its image types, in order
 */
public record KiwiPreferences(
        List<String> profiles,
        List<String> architectures,
        Optional<String> version,
        Optional<KiwiPackageManager> packageManager,
        List<KiwiBuildType> types) {
    /** With lists that nobody changes. */
    public KiwiPreferences {
        profiles = List.copyOf(profiles);
        architectures = List.copyOf(architectures);
        types = List.copyOf(types);
    }

    static KiwiPreferences of(KiwiElement preferences) {
        return new KiwiPreferences(
                preferences.profiles(),
                preferences.architectures(),
                preferences.children("version").stream().findFirst().map(KiwiElement::text),
                preferences.children("packagemanager").stream()
                        .findFirst()
                        .map(one -> new KiwiPackageManager(one.text().strip(), one.place())),
                preferences.children("type").stream().map(KiwiBuildType::new).toList());
    }
}
