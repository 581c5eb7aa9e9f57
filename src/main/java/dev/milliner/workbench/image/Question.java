package dev.milliner.workbench.image;

import dev.milliner.distro.Distro;
import dev.milliner.distro.Image;
import dev.milliner.rpm.RepositorySource;
import java.util.List;
import java.util.Optional;

/**
 * What the image page asks for.
 *
 * @param distro the distro as it is now
 * @param image the image
 * @param profile a profile in place of the one the distro names
 * @param architecture with a level if wanted, such as {@code x86_64_v3}
 * @param repositories in place of the image's own; empty for those
 * @param fetch whether repositories may be fetched from the network
 */
record Question(
        Distro distro,
        Image image,
        Optional<String> profile,
        String architecture,
        List<RepositorySource> repositories,
        boolean fetch) {
    Question {
        repositories = List.copyOf(repositories);
    }

    /** The profiles that are asked for; none for the one the distro names. */
    List<String> profiles() {
        return profile.stream().toList();
    }

    Question of(Distro otherDistro, Image otherImage) {
        return new Question(otherDistro, otherImage, profile, architecture, repositories, fetch);
    }

    /** Another image has other profiles. */
    Question of(Image otherImage) {
        return new Question(distro, otherImage, Optional.empty(), architecture, repositories, fetch);
    }

    Question withProfile(String other) {
        return new Question(distro, image, Optional.of(other), architecture, repositories, fetch);
    }

    Question withArchitecture(String other) {
        return new Question(distro, image, profile, other, repositories, fetch);
    }
}
