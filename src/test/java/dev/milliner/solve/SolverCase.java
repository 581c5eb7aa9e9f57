package dev.milliner.solve;

import dev.milliner.solve.client.PackageSolver;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test with a solver, which is skipped where libsolv is not installed. */
abstract class SolverCase {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    PackageSolver solver;

    @BeforeEach
    void start() {
        SolverMaterial.assumeInstalled();
        solver = new PackageSolver(folder.resolve("solv"), PackageSolver.LIMIT);
    }

    @AfterEach
    void stop() {
        if (solver != null) {
            solver.close();
        }
    }
}
