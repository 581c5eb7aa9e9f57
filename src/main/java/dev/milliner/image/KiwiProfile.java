package dev.milliner.image;

import dev.milliner.image.kiwi.KiwiElement;
import dev.milliner.text.Place;
import java.util.List;

/**
 * A profile of a description.
 *
 * @param name its name
 * @param description what it is for
 * @param imported whether it counts where no profile is chosen
 * @param architectures those it exists for; empty for all
 * @param requires the profiles that count with it
 * @param place where it stands
 */
public record KiwiProfile(
        String name,
        String description,
        boolean imported,
        List<String> architectures,
        List<Requirement> requires,
        Place place) {
    /**
     * A profile that counts with another.
     *
     * @param profile its name
     * @param architectures those it counts for; empty for all
     * @param place where that is said
     */
    public record Requirement(String profile, List<String> architectures, Place place) {
        /** With a list that nobody changes. */
        public Requirement {
            architectures = List.copyOf(architectures);
        }

        static Requirement of(KiwiElement requires) {
            return new Requirement(requires.value("profile"), requires.architectures(), requires.place());
        }
    }

    /** With lists that nobody changes. */
    public KiwiProfile {
        architectures = List.copyOf(architectures);
        requires = List.copyOf(requires);
    }

    static KiwiProfile of(KiwiElement profile) {
        return new KiwiProfile(
                profile.value("name"),
                profile.value("description"),
                profile.isTrue("import"),
                profile.architectures(),
                profile.children("requires").stream().map(Requirement::of).toList(),
                profile.place());
    }
}
