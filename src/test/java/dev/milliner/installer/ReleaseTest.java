package dev.milliner.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A release is one command, all of it or nothing. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ReleaseTest {
    private static final String NOTES = """
            ### Added

            - Hats with *two* brims.

            ### Fixed

            - `felt` keeps its shape.""";

    /** The second of March. */
    private static final Map<String, String> DATED = Map.of("SOURCE_DATE_EPOCH", "1772409600");

    @TempDir
    Path folder;

    ReleaseCheckout checkout;

    @BeforeEach
    void makeTheCheckout() throws Exception {
        checkout = ReleaseCheckout.in(folder);
    }

    private List<String> made(String where) throws Exception {
        try (Stream<Path> files = Files.list(checkout.file(where))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aReleaseIsACommitATagPackagesAndTheNextSnapshot() throws Exception {
        BareMachine.Ran ran = checkout.release(DATED, "7.0.0");
        assertThat(ran.status()).as(ran.output()).isZero();
        assertThat(checkout.git("log", "--format=%s")).isEqualTo("Begin 7.0.1\nRelease 7.0.0\nBegin");
        assertThat(checkout.git("rev-parse", "v7.0.0^{commit}")).isEqualTo(checkout.git("rev-parse", "HEAD~1"));
        assertThat(checkout.git("cat-file", "-t", "v7.0.0")).isEqualTo("tag");
        assertThat(checkout.git("show", "v7.0.0:pom.xml")).contains("<version>7.0.0</version>");
        assertThat(checkout.git("show", "v7.0.0:src/main/java/dev/milliner/ground/Release.java"))
                .contains("VERSION = \"7.0.0\"");
        assertThat(checkout.read("pom.xml")).contains("<version>7.0.1-SNAPSHOT</version>");
        assertThat(checkout.read("src/main/java/dev/milliner/ground/Release.java"))
                .contains("VERSION = \"7.0.1\"");
        assertThat(checkout.git("status", "--porcelain")).isEmpty();
        assertThat(ran.output())
                .contains("nothing was pushed")
                .endsWith("    git push origin main\n    git push origin v7.0.0");
    }

    @Test
    void theNotesAreWhatWasUnreleased() throws Exception {
        checkout.release(DATED, "7.0.0");
        assertThat(checkout.read("CHANGELOG.md"))
                .isEqualTo(ReleaseCheckout.CHANGELOG.replace(
                        "## Unreleased\n", "## Unreleased\n\n## 7.0.0 – 2026-03-02\n"));
        assertThat(checkout.git("tag", "--list", "--format=%(contents)", "v7.0.0")
                        .strip())
                .isEqualTo("Milliner 7.0.0\n\n" + NOTES);
        assertThat(checkout.read("target/release/7.0.0/notes.md")).isEqualTo(NOTES + "\n");
    }

    @Test
    void thePackagesMatchTheirChecksumsUntilTheyAreChanged() throws Exception {
        checkout.write("target/package/milliner_6.10.0_amd64.deb", "an earlier one");
        checkout.release(DATED, "7.0.0");
        assertThat(made("target/release/7.0.0"))
                .containsExactly("SHA256SUMS", "milliner-7.0.0-1.x86_64.rpm", "milliner_7.0.0_amd64.deb", "notes.md");
        List<String> check = List.of("sh", "-c", "cd target/release/7.0.0 && sha256sum --check --strict SHA256SUMS");
        BareMachine.Ran ran = checkout.run(Map.of(), check);
        assertThat(ran.status()).as(ran.output()).isZero();
        assertThat(ran.output().lines()).hasSize(2);
        checkout.write("target/release/7.0.0/milliner_7.0.0_amd64.deb", "another");
        assertThat(checkout.run(Map.of(), check).status()).isNotZero();
    }

    @Test
    void onesThatFollowAreNewer() throws Exception {
        assertThat(checkout.release("7.0.0").status()).isZero();
        checkout.write(
                "CHANGELOG.md",
                checkout.read("CHANGELOG.md").replace("## Unreleased\n", "## Unreleased\n\n- A feather.\n"));
        checkout.commitAll("Add a feather");
        BareMachine.Ran ran = checkout.release("7.0.1", "--output", "../out");
        assertThat(ran.status()).as(ran.output()).isZero();
        assertThat(checkout.read("../out/notes.md")).isEqualTo("- A feather.\n");
    }

    @Test
    void aDryRunTellsAndChangesNothing() throws Exception {
        String before = checkout.state();
        checkout.packagesAreMadeBy("echo made >> " + folder.resolve("made"));
        BareMachine.Ran ran = checkout.release(DATED, "7.0.0", "--dry-run");
        assertThat(ran.status()).isZero();
        assertThat(ran.output())
                .contains("## 7.0.0 – 2026-03-02", "commit 'Release 7.0.0' on main, and tag it v7.0.0")
                .contains("7.0.1-SNAPSHOT", "target/release/7.0.0")
                .endsWith(NOTES);
        assertThat(checkout.state()).isEqualTo(before);
        assertThat(checkout.file("target")).doesNotExist();
        assertThat(folder.resolve("made")).doesNotExist();
    }

    private BareMachine.Ran failsAndLeavesAllAsItWas() throws Exception {
        String before = checkout.state();
        BareMachine.Ran ran = checkout.release("7.0.0");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.output()).contains("the release 7.0.0 was taken back", "there is no tag v7.0.0");
        assertThat(checkout.state()).isEqualTo(before);
        assertThat(checkout.file("target/release/7.0.0")).doesNotExist();
        return ran;
    }

    @Test
    void whereNoPackagesAreMadeAllIsTakenBack() throws Exception {
        checkout.packagesAreMadeBy("git log -1 --format=%s; git tag --points-at HEAD; exit 3");
        assertThat(failsAndLeavesAllAsItWas().output())
                .contains("Release 7.0.0\nv7.0.0", "the packages could not be made");
        checkout.packagesAreMadeAndThen("");
        assertThat(checkout.release("7.0.0").status()).isZero();
    }

    @Test
    void aFolderThatWasThereStays() throws Exception {
        checkout.packagesAreMadeAndThen("rm target/package/*.rpm");
        Path output = Files.createDirectory(folder.resolve("out"));
        assertThat(checkout.release("7.0.0", "--output", output.toString()).output())
                .contains("was taken back");
        assertThat(output).isEmptyDirectory();
    }

    @Test
    void whereAPackageIsMissingAllIsTakenBack() throws Exception {
        checkout.packagesAreMadeAndThen("rm target/package/*.rpm");
        assertThat(failsAndLeavesAllAsItWas().output()).contains("there is no package milliner-*.rpm");
    }

    @Test
    void whereTheCommitIsRefusedAllIsTakenBack() throws Exception {
        BareMachine.write(checkout.file(".git/hooks/pre-commit"), "echo no commits today; exit 1");
        assertThat(failsAndLeavesAllAsItWas().output())
                .contains("no commits today", "git made no commit 'Release 7.0.0'");
    }

    @Test
    void whereTheSecondCommitIsRefusedAllIsTakenBack() throws Exception {
        BareMachine.write(checkout.file(".git/hooks/commit-msg"), "! grep -q Begin \"$1\"");
        assertThat(failsAndLeavesAllAsItWas().output()).contains("git made no commit 'Begin 7.0.1'");
    }

    @Test
    void whereItIsInterruptedAllIsTakenBack() throws Exception {
        String before = checkout.state();
        checkout.packagesAreMadeBy("kill -TERM $PPID");
        BareMachine.Ran ran = checkout.release("7.0.0");
        assertThat(ran.status()).isEqualTo(143);
        assertThat(ran.output()).contains("the release 7.0.0 was taken back");
        assertThat(checkout.state()).isEqualTo(before);
    }

    /** Who goes on working while packages are made loses nothing by it. */
    @Test
    void whatWasEditedMeanwhileStays() throws Exception {
        checkout.packagesAreMadeBy("echo mine > sample-distros/bowler/azldev.toml; exit 3");
        assertThat(checkout.release("7.0.0").output()).contains("was taken back");
        assertThat(checkout.read("sample-distros/bowler/azldev.toml")).isEqualTo("mine\n");
        assertThat(checkout.git("log", "--format=%s")).isEqualTo("Begin");
        assertThat(checkout.git("tag")).doesNotContain("v7.0.0");
    }

    @Test
    void whatCannotBeTakenBackIsNamed() throws Exception {
        checkout.packagesAreMadeBy("git commit --quiet --allow-empty --message=Mine; exit 3");
        BareMachine.Ran committed = checkout.release("7.0.0");
        assertThat(committed.status()).isEqualTo(1);
        assertThat(committed.output())
                .contains("NOT taken back: the commit 'Release 7.0.0' on main")
                .doesNotContain("was taken back:");
        assertThat(checkout.git("log", "--format=%s")).isEqualTo("Mine\nRelease 7.0.0\nBegin");
        assertThat(checkout.git("tag")).doesNotContain("v7.0.0");
    }

    @Test
    void anEditOfTheChangelogMeanwhileIsNotLost() throws Exception {
        checkout.packagesAreMadeBy("echo mine >> CHANGELOG.md; exit 3");
        assertThat(checkout.release("7.0.0").output())
                .contains("NOT taken back: the commit 'Release 7.0.0'", "then: git reset --keep ");
        assertThat(checkout.read("CHANGELOG.md")).endsWith("mine\n");
    }

    @Test
    void aCommitMadeMeanwhileIsNotTakenForTheRelease() throws Exception {
        checkout.packagesAreMadeAndThen("git commit --quiet --allow-empty --message=Mine");
        BareMachine.Ran ran = checkout.release("7.0.0");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.output()).contains("main was changed while the packages were made");
    }
}
