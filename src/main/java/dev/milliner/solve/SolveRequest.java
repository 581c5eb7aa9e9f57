package dev.milliner.solve;

import dev.milliner.rpm.RepositoryMetadata;
import java.util.List;

/**
 * What to solve.
 *
 * @param repositories where packages come from
 * @param policy which architectures may be installed
 * @param phases installations one on top of the other, the first into an empty root
 * @param detail how much is to be found out
 */
public record SolveRequest(
        List<RepositoryMetadata> repositories, ArchitecturePolicy policy, List<SolvePhase> phases, Detail detail) {
    /** How much an answer says. */
    public enum Detail {
        /** Which packages. */
        SET,
        /** Also why each is there and which needs which. */
        REASONS,
        /** Also what would leave if something were no longer asked for. */
        REMOVALS
    }

    /** With lists that nobody changes. */
    public SolveRequest {
        repositories = List.copyOf(repositories);
        phases = List.copyOf(phases);
    }
}
