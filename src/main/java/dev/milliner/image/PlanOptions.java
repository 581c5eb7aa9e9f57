package dev.milliner.image;

import dev.milliner.rpm.RepositoryMetadata;
import java.util.List;

/**
 * What a plan is made for.
 *
 * @param repositories where packages come from, metadata already fetched
 * @param profiles the description's profiles; where there are none, the one the distro names
 * @param architecture as KIWI calls it, such as {@code x86_64}, or with a level, such as {@code x86_64_v3}
 */
public record PlanOptions(List<RepositoryMetadata> repositories, List<String> profiles, String architecture) {
    /** With lists that nobody changes. */
    public PlanOptions {
        repositories = List.copyOf(repositories);
        profiles = List.copyOf(profiles);
    }
}
