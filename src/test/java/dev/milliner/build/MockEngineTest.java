package dev.milliner.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.milliner.build.StandInMock.Ran;
import dev.milliner.build.history.BuildStore;
import dev.milliner.ground.HostTools;
import dev.milliner.ground.ToolAnswer;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Components of the sample are built by mock's documented command line, which a stand-in takes. */
@Timeout(120)
class MockEngineTest {
    private static final String BRIM = "comps/brim/brim.spec";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private StandInMock mock;

    @BeforeEach
    void prepare() throws IOException {
        mock = StandInMock.in(folder);
        mock.change(BRIM, "BuildRequires:  gcc\n", "BuildRequires:  gcc\nBuildRequires:  greet\n");
    }

    private void assertNothingIsLeft() throws IOException {
        assertThat(mock.rootsLeft()).isEmpty();
        assertThat(mock.processesLeft()).isEmpty();
        assertThat(mock.onlyBuild().resolve("work")).doesNotExist();
        assertThat(mock.onlyBuild().resolve("owner")).doesNotExist();
    }

    @Test
    void whatWasBuiltIsServedToWhatNeedsIt() throws IOException, InterruptedException {
        List<String> foreseen = mock.run("component", "greet", "brim", "--engine", "mock", "--dry-run")
                .output()
                .lines()
                .filter(line -> line.contains("/mock -r ") && !line.contains("--scrub"))
                .map(MockEngineTest::general)
                .toList();
        assertThat(mock.builds()).doesNotExist();
        Ran ran = mock.run("component", "brim", "greet", "--engine", "mock");
        assertThat(ran.status()).as(ran.output()).isZero();
        assertNothingIsLeft();
        Path build = mock.onlyBuild();
        assertThat(Files.readString(build.resolve("mock/brim/rpm/root.log"))).contains("Installing: greet");
        assertThat(build.resolve("output/brim-2.1-2.bowler1.x86_64.rpm")).isRegularFile();
        assertThat(build.resolve("output/greet-1.4-2.bowler1.x86_64.rpm")).isRegularFile();
        assertThat(ran.output())
                .contains("Made brim-2.1-2.bowler1.x86_64.rpm: proved x86-64-v3, as its program")
                .contains("-Wl,-z,x86-64-v3")
                .containsPattern("--addrepo=file://\\S+/repository/greet ");
        List<String> log = Files.readAllLines(build.resolve("build.log"));
        assertThat(log)
                .as("both logs are followed")
                .anyMatch(line -> line.endsWith(" DEBUG Installing: greet"))
                .anyMatch(line -> line.contains(" INFO Executing(%build)"));
        assertThat(log.stream()
                        .filter(line -> line.contains(" DEBUG $ ") && line.contains("/mock -r "))
                        .map(line -> general(line.substring(line.indexOf('$') + 2))))
                .as("what was shown before is what ran")
                .isEqualTo(foreseen);
    }

    private static String general(String command) {
        return command.replaceAll("/builds/[^/ ]+/", "/builds/ID/")
                .replaceAll("milliner-[0-9a-f]{8}-", "milliner-X-")
                .replaceAll("--addrepo=\\S+ ", "");
    }

    @Test
    void aLowerLevelReachesTheCompiler() throws IOException, InterruptedException {
        Ran ran = mock.run("component", "greet", "--engine", "mock", "--level", "v2");
        assertThat(ran.status()).as(ran.output()).isZero();
        assertThat(ran.output()).contains("-march=x86-64-v2 ").contains("-Wl,-z,x86-64-v2");
    }

    @Test
    void whyAComponentFailedIsSaid() throws IOException, InterruptedException {
        mock.change("comps/brim/brim.c", "main", "mian(");
        Ran ran = mock.run("component", "brim", "greet", "--engine", "mock");
        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.output())
                .contains("mock cannot build brim: brim.c:")
                .contains("(the build failed)")
                .contains("brim/brim.c:12");
        assertNothingIsLeft();
    }

    @Test
    void aRequirementThatNobodyBringsIsNamed() throws IOException, InterruptedException {
        Ran ran = mock.run("component", "brim", "--engine", "mock");
        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.output())
                .contains(
                        "mock cannot build brim: No matching package to install: 'greet' (its package manager failed)")
                .contains("to do: see whether the repositories of " + mock.configuration());
        assertNothingIsLeft();
    }

    @Test
    void aConfigurationThatIsMissingIsToldBeforeAnythingRuns() throws IOException, InterruptedException {
        Files.delete(mock.configuration());
        Ran ran = mock.run("component", "greet", "--engine", "mock");
        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.output()).contains("a configuration of mock is missing").doesNotContain("Building greet");
        mock.change("distro/bowler.distro.toml", "mock-config-x86_64", "#");
        assertThat(mock.run("component", "greet", "--engine", "mock").output())
                .contains("names no configuration for mock")
                .contains("to do: set mock-config-x86_64 in [distros.bowler.versions.'1.0']");
    }

    /** Starts a build that would take ten minutes, and waits until rpmbuild works in it. */
    private Process startSlow() throws IOException {
        mock.change(BRIM, "BuildRequires:  greet\n", "");
        mock.change(BRIM, "%build\n", "%build\nsleep 599\n");
        Process process = mock.start("component", "brim", "--engine", "mock");
        BufferedReader output = process.inputReader();
        String line = output.readLine();
        while (line != null && !line.equals("+ sleep 599")) {
            line = output.readLine();
        }
        assertThat(line).isEqualTo("+ sleep 599");
        assertThat(mock.rootsLeft()).hasSize(2);
        return process;
    }

    @Test
    void nothingIsLeftOfABuildThatIsStopped() throws IOException, InterruptedException {
        Process process = startSlow();
        process.toHandle().destroy();
        String rest = String.join("\n", process.inputReader().lines().toList());
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(rest).contains("Exiting on user interrupt").contains("Stopped. Nothing of it is left");
        assertNothingIsLeft();
    }

    @Test
    void nothingIsLeftOfABuildWhoseProgramWasKilled() throws IOException, InterruptedException {
        startSlow().destroyForcibly().waitFor();
        List<DeadBuilds.Swept> swept = new DeadBuilds(new BuildStore(mock.builds())).sweep();
        assertThat(swept).singleElement().satisfies(one -> assertThat(one.left())
                .isEmpty());
        assertNothingIsLeft();
    }

    @Test
    void anImageTakesItsPackagesFromMock() throws IOException, InterruptedException {
        dev.milliner.Tools.needed();
        assumeTrue(HostTools.kiwi().isPresent(), "skipped: kiwi-ng is not installed");
        Ran ran = mock.run("image", "bowler-container", "--engine", "mock");
        assertThat(ran.status()).as(ran.output()).isZero();
        assertNothingIsLeft();
        assertThat(ran.output())
                .containsPattern("greet +1\\.4-2\\.bowler1 +x86_64 +\\d+ +v3 +this build")
                .contains("The image holds exactly the packages of its preview");
    }

    @Test
    void azldevBuildsComponentsWithMock() throws IOException, InterruptedException {
        assumeTrue(HostTools.find("azldev").isPresent(), "skipped: azldev is not on the PATH");
        assumeTrue(
                List.of(ToolAnswer.of("id", "-nG", System.getProperty("user.name"))
                                .split(" ", -1))
                        .contains("mock"),
                "skipped: this user is not in the group mock, as azldev asks");
        Ran ran = mock.run("component", "brim", "greet", "--engine", "azldev");
        assertThat(ran.status()).as(ran.output()).isZero();
        assertNothingIsLeft();
        assertThat(mock.onlyBuild().resolve("output/brim-2.1-2.bowler1.x86_64.rpm"))
                .isRegularFile();
        assertThat(ran.output()).contains("Made greet-1.4-2.bowler1.x86_64.rpm: OPTFLAGS say -march=x86-64-v3");
        assertThat(mock.tree().resolve("build")).doesNotExist();
        assertThat(mock.tree().resolve("out")).doesNotExist();
    }
}
