package dev.milliner.solve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.rpm.RepositoryMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a first installation did without stays away from a second one that takes recommended packages. */
class WeakPhaseTest extends SolverCase {
    private static String weak(String kind, String name) {
        return "<rpm:%s><rpm:entry name=\"%s\"/></rpm:%s>".formatted(kind, name, kind);
    }

    @Test
    void whatIsInstalledDidWithoutIsNoLongerRecommended() throws IOException, InterruptedException {
        DnfOracle.assumeInstalled();
        RepositoryMetadata repository = new WrittenRepository()
                .add("base", "1-1", "x86_64", weak("recommends", "helper"))
                .add("helper", "1-1", "x86_64", "")
                .add("old-plugin", "1-1", "x86_64", weak("supplements", "base"))
                .add("tool", "1-1", "x86_64", weak("recommends", "helper") + weak("recommends", "extra"))
                .add("extra", "1-1", "x86_64", "")
                .add("new-plugin", "1-1", "x86_64", weak("supplements", "tool"))
                .in(Files.createDirectory(folder.resolve("repository")), "weak", 99);
        List<SolvePhase> phases = List.of(SolvePhase.of(List.of("base"), false), SolvePhase.of(List.of("tool"), true));
        SolveAnswer answer = solver.solve(new SolveRequest(
                List.of(repository), ArchitecturePolicy.of("x86_64"), phases, SolveRequest.Detail.SET));
        assertThat(answer.problems()).isEmpty();
        assertThat(SolverMaterial.names(answer))
                .containsExactly("base-1-1.x86_64", "extra-1-1.x86_64", "new-plugin-1-1.x86_64", "tool-1-1.x86_64")
                .isEqualTo(DnfOracle.packages(List.of(repository), phases, Files.createDirectory(folder.resolve("dnf")))
                        .orElseThrow());
    }
}
