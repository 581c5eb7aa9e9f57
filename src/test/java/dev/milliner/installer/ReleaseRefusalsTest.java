package dev.milliner.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What speaks against a release is told before anything is changed. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ReleaseRefusalsTest {
    @TempDir
    Path folder;

    ReleaseCheckout checkout;

    @BeforeEach
    void makeTheCheckout() throws Exception {
        checkout = ReleaseCheckout.in(folder);
        checkout.packagesAreMadeBy("touch " + folder.resolve("made"));
    }

    private String refused(int status, String... arguments) throws Exception {
        String before = checkout.state();
        BareMachine.Ran ran = checkout.release(arguments);
        assertThat(ran.status()).as(ran.output()).isEqualTo(status);
        assertThat(checkout.state()).isEqualTo(before);
        assertThat(folder.resolve("made")).doesNotExist();
        assertThat(checkout.file("target/release")).doesNotExist();
        assertThat(ran.output()).doesNotContain("taken back", "ended early");
        return ran.output();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "7.0", "v7.0.0", "7.0.0.0", "7.00.0", "07.0.0", "7.0.x", "7.0.0-rc.1", "7.0.0\n", ""})
    void aVersionIsThreeNumbers(String version) throws Exception {
        assertThat(refused(version.isEmpty() ? 2 : 1, version))
                .contains(version.isEmpty() ? "no version is named" : "is no semantic version; one is three numbers");
    }

    @ParameterizedTest
    @CsvSource({
        "6.10.0, the tag v6.10.0 is there already",
        "6.9.0, the tag v6.9.0 is there already",
        "6.9.9, '6.9.9 is not newer than 6.10.0'",
        "0.1.0, '0.1.0 is not newer than 6.10.0'"
    })
    void aVersionIsNewer(String version, String told) throws Exception {
        assertThat(refused(1, version)).contains(told);
    }

    @Test
    void changesAreCommittedFirst() throws Exception {
        checkout.write("pom.xml", checkout.read("pom.xml") + "\n");
        assertThat(refused(1, "7.0.0")).contains("changes that are not committed", " M pom.xml");
        checkout.git("stash");
        checkout.write("src/main/New.java", "class New {}");
        assertThat(refused(1, "7.0.0")).contains("changes that are not committed", "?? src/main/New.java");
    }

    @ParameterizedTest
    @CsvSource({
        "'## Unreleased\n\n### Added\n\n## 6.10.0 – 2026-01-02\n\n- An older hat.\n', section '## Unreleased' of CHANGELOG.md is empty",
        "'## 6.10.0 – 2026-01-02\n\n- An older hat.\n', must have one section '## Unreleased'",
        "'## Unreleased\n\n- One.\n\n## Unreleased\n\n- Two.\n', must have one section '## Unreleased'"
    })
    void thereIsSomethingToTell(String changelog, String told) throws Exception {
        checkout.write("CHANGELOG.md", changelog);
        checkout.commitAll("Tell otherwise");
        assertThat(refused(1, "7.0.0")).contains(told);
    }

    @Test
    void theFolderForItIsEmpty() throws Exception {
        Path output = Files.createDirectory(folder.resolve("out"));
        Files.writeString(output.resolve("mine"), "mine");
        assertThat(refused(1, "7.0.0", "--output", output.toString())).contains("out is not empty");
        assertThat(refused(1, "7.0.0", "--output", output.resolve("mine").toString()))
                .contains("mine is no folder");
        assertThat(output.resolve("mine")).hasContent("mine");
    }

    @Test
    void aCommitOnNoBranchWouldBeLost() throws Exception {
        checkout.git("branch", "other");
        checkout.git("checkout", "--quiet", "--detach");
        BareMachine.Ran ran = checkout.release("7.0.0");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.output()).contains("is on no branch");
    }

    @Test
    void aDateIsACountOfSeconds() throws Exception {
        BareMachine.Ran ran = checkout.release(Map.of("SOURCE_DATE_EPOCH", "today"), "7.0.0");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.output()).contains("SOURCE_DATE_EPOCH is 'today'; it must be a count of seconds");
    }

    @ParameterizedTest
    @CsvSource({
        "'', no version is named",
        "--dry-run, no version is named",
        "7.0.0 7.1.0, these are two: 7.0.0 and 7.1.0",
        "7.0.0 --key, --key needs a value",
        "7.0.0 --push, there is no option --push"
    })
    void wrongUsageIsToldWithTheRight(String arguments, String told) throws Exception {
        assertThat(refused(2, arguments.isEmpty() ? new String[0] : arguments.split(" ")))
                .contains(told, "usage: sh installer/release.sh VERSION [--key KEY] [--output DIR] [--dry-run]");
    }

    @Test
    void aDryRunRefusesTheSame() throws Exception {
        assertThat(refused(1, "6.10.0", "--dry-run")).contains("the tag v6.10.0 is there already");
    }
}
