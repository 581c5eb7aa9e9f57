package dev.milliner.solve;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.milliner.SharedMaterial;
import dev.milliner.rpm.Repositories;
import dev.milliner.rpm.RepositoryException;
import dev.milliner.rpm.RepositoryMetadata;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The repositories of the shared corpus, and what else tests of the solver need. */
public final class SolverMaterial {
    private SolverMaterial() {}

    /** Skips the test where libsolv is not installed. */
    public static void assumeInstalled() {
        boolean found = List.of("/usr/lib/x86_64-linux-gnu", "/usr/lib64", "/usr/lib/aarch64-linux-gnu").stream()
                .anyMatch(folder -> Files.exists(Path.of(folder, "libsolvext.so.1")));
        assumeTrue(found, "libsolv is not installed.");
    }

    /** A repository of the corpus: {@code scale}, {@code dense}, or one of the real ones. */
    public static RepositoryMetadata repository(String name) throws RepositoryException {
        Path corpus = SharedMaterial.folder().resolve("corpus").resolve("rpm-metadata");
        Path folder = Files.isDirectory(corpus.resolve(name))
                ? corpus.resolve(name)
                : corpus.resolve("real").resolve(name);
        return new Repositories(Path.of("unused"), Duration.ofSeconds(5))
                .get(name, folder.toString(), RepositoryMetadata.DEFAULT_PRIORITY);
    }

    /** A repository without file lists, groups or modules. */
    static RepositoryMetadata packagesAlone(String id, String checksum, Path primary) {
        return new RepositoryMetadata(
                id,
                id,
                checksum,
                primary,
                Optional.empty(),
                -1,
                Optional.empty(),
                Optional.empty(),
                RepositoryMetadata.DEFAULT_PRIORITY,
                RepositoryMetadata.DEFAULT_COST,
                List.of());
    }

    /** A request of one phase for an x86_64 root. */
    public static SolveRequest request(RepositoryMetadata repository, List<String> install, boolean weak) {
        return new SolveRequest(
                List.of(repository),
                ArchitecturePolicy.of("x86_64"),
                List.of(SolvePhase.of(install, weak)),
                SolveRequest.Detail.SET);
    }

    /** The full names of an answer's packages, sorted. */
    public static List<String> names(SolveAnswer answer) {
        return answer.packages().stream()
                .map(one -> one.nevra().toString())
                .sorted()
                .toList();
    }
}
