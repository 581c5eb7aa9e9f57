package dev.milliner.solve;

import static dev.milliner.solve.WrittenRepository.requires;
import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.rpm.RepositoryMetadata;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is preferred where there is a choice: the level asked for, the better repository, the newer version. */
class PolicyTest extends SolverCase {
    private List<String> solve(String architecture, List<RepositoryMetadata> repositories, String... names)
            throws SolverException {
        SolveAnswer answer = solver.solve(new SolveRequest(
                repositories,
                ArchitecturePolicy.of(architecture),
                List.of(SolvePhase.of(List.of(names), false)),
                SolveRequest.Detail.SET));
        assertThat(answer.problems()).isEmpty();
        return SolverMaterial.names(answer);
    }

    @Test
    void packagesOfTheLevelAreTakenAndTheRestFallsBack() throws IOException {
        RepositoryMetadata levels = new WrittenRepository()
                .add("app", "1-1", "x86_64", requires("lib"))
                .add("app", "1-1", "x86_64_v3", requires("lib"))
                .add("app", "1-1", "x86_64_v4", requires("lib"))
                .add("lib", "1-1", "x86_64", requires("data"))
                .add("lib", "1-1", "x86_64_v2", requires("data"))
                .add("data", "1-1", "noarch", "")
                .in(folder.resolve("levels"), "levels", 99);
        List<RepositoryMetadata> only = List.of(levels);
        assertThat(solve("x86_64", only, "app")).containsExactly("app-1-1.x86_64", "data-1-1.noarch", "lib-1-1.x86_64");
        assertThat(solve("x86_64_v2", only, "app"))
                .containsExactly("app-1-1.x86_64", "data-1-1.noarch", "lib-1-1.x86_64_v2");
        assertThat(solve("x86_64_v3", only, "app"))
                .containsExactly("app-1-1.x86_64_v3", "data-1-1.noarch", "lib-1-1.x86_64_v2");
        assertThat(solve("x86_64_v4", only, "app"))
                .containsExactly("app-1-1.x86_64_v4", "data-1-1.noarch", "lib-1-1.x86_64_v2");
    }

    @Test
    void aBetterPriorityWinsOverANewerVersion() throws IOException {
        RepositoryMetadata base =
                new WrittenRepository().add("app", "2-1", "x86_64", "").in(folder.resolve("base"), "base", 99);
        RepositoryMetadata local =
                new WrittenRepository().add("app", "1-1", "x86_64", "").in(folder.resolve("local"), "local", 10);
        RepositoryMetadata equal =
                new WrittenRepository().add("app", "1-1", "x86_64", "").in(folder.resolve("equal"), "equal", 99);
        assertThat(solve("x86_64", List.of(base, local), "app")).containsExactly("app-1-1.x86_64");
        assertThat(solve("x86_64", List.of(base, equal), "app")).containsExactly("app-2-1.x86_64");
    }

    @Test
    void epochsComeFirstAndTildesSortBefore() throws IOException {
        RepositoryMetadata versions = new WrittenRepository()
                .add("app", "1:1-1", "x86_64", "")
                .add("app", "9-1", "x86_64", "")
                .add("tool", "2.0~rc1-1", "x86_64", "")
                .add("tool", "1.9-9", "x86_64", "")
                .add("tool", "2.0-1", "x86_64", "")
                .in(folder.resolve("versions"), "versions", 99);
        assertThat(solve("x86_64", List.of(versions), "app", "tool"))
                .containsExactly("app-1:1-1.x86_64", "tool-2.0-1.x86_64");
    }
}
