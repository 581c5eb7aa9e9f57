package dev.milliner.build.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.build.run.BuildFailed;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The statuses of mock's exception.py are told in words, with what rpmbuild or mock gave as the cause. */
class MockStatusTest {
    private static BuildFailed failure(int status, String... said) {
        return MockStatus.of(status).failure("greet", List.of(said), Path.of("/etc/d.cfg"));
    }

    @Test
    void theCauseIsWhatMockSumsUp() {
        BuildFailed failure = failure(
                30,
                "ERROR: Exception(greet-1.src.rpm) Config(d) 0 minutes 8 seconds",
                "ERROR: Command failed: ",
                "No matching package to install: 'gcc-toolset-devel >= 99'",
                "Error: Some packages could not be found.");
        assertThat(failure.reason())
                .isEqualTo("mock cannot build greet: No matching package to install: 'gcc-toolset-devel >= 99'"
                        + " (its package manager failed)");
        assertThat(failure.fix()).contains("/etc/d.cfg");
    }

    @Test
    void compilersAreHeardBeforeRpmbuild() {
        assertThat(failure(
                                1,
                                "lib.c:6:26: error: ‘whom’ undeclared",
                                "error: Bad exit status from /var/tmp/rpm-tmp.bJW6ff (%build)",
                                "ERROR: Exception(greet-1.src.rpm) Config(d) 0 minutes 8 seconds")
                        .reason())
                .isEqualTo("mock cannot build greet: lib.c:6:26: error: ‘whom’ undeclared (the build failed)");
    }

    @Test
    void aStatusAloneSaysSomething() {
        assertThat(failure(60).reason()).isEqualTo("mock cannot build greet: another process uses the same root");
        assertThat(failure(3).fix()).isEqualTo("correct /etc/d.cfg");
        assertThat(failure(99).reason()).isEqualTo("mock cannot build greet: it gave no reason");
    }
}
