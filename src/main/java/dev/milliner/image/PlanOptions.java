package dev.milliner.image;

import dev.milliner.rpm.RepositoryMetadata;
import java.util.List;
import java.util.Optional;

/**
 * What a plan is made for.
 *
 * @param repositories where packages come from, metadata already fetched
 * @param profile the description's profile; where empty, the one the distro names
 * @param architecture as KIWI calls it, such as {@code x86_64}, or with a level, such as {@code x86_64_v3}
 */
public record PlanOptions(List<RepositoryMetadata> repositories, Optional<String> profile, String architecture) {
    /** With a list that nobody changes. */
    public PlanOptions {
        repositories = List.copyOf(repositories);
    }
}
