package dev.milliner.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.overlay.Change;
import dev.milliner.source.DiskTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Overlays that fail on the next version are brought there by what they do, and commits of upstream to this version. */
class RepairTest {
    private static final String SPEC = """
            Name: hat
            Version: 1
            Release: 1
            Summary: A hat
            License: MIT

            %description
            A hat.

            %package doc
            Summary: Its manual

            %description doc
            How to wear it.
            It says that hats are worn.
            And when.

            %files doc
            /usr/share/doc/hat

            %changelog
            * Mon Jun 01 2026 Felt Maintainers <maintainers@felt.invalid> - 1-1
            - First
            """;

    private static final String OVERLAY = """
            [components.hat]
            spec = { type = "upstream", upstream-distro = { name = "felt", version = "1" } }

            [[components.hat.overlays]]
            type = "spec-search-replace"
            section = "%description"
            package = "doc"
            regex = "that hats are worn"
            replacement = "that hats are trimmed"
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path root;

    @BeforeEach
    void write() throws Exception {
        Files.writeString(root.resolve("azldev.toml"), """
                includes = ["*.comp.toml"]
                [project]
                default-distro = { name = "bowler", version = "1" }
                [distros.bowler.versions.1]
                [distros.felt]
                dist-git-base-uri = "file://%s/$pkg"
                [distros.felt.versions.1]
                dist-git-branch = "f1"
                [distros.felt.versions.2]
                dist-git-branch = "f2"
                """.formatted(root));
        Files.writeString(root.resolve("hat.comp.toml"), OVERLAY);
    }

    private String commit(Git git, String branch, String spec) throws Exception {
        Files.writeString(root.resolve("hat/hat.spec"), spec);
        git.add().addFilepattern(".").call();
        String name = git.commit()
                .setMessage("Spec of " + branch + "\n\nAt length.")
                .setAuthor("Felt Maintainers", "maintainers@felt.invalid")
                .setCommitter("Felt Maintainers", "maintainers@felt.invalid")
                .setSign(false)
                .call()
                .name();
        git.branchCreate().setName(branch).setForce(true).call();
        return name;
    }

    private Distro distro() {
        return new DistroLoader().load(new DiskTree(root));
    }

    private RebasedOverlay rebased(String next) throws Exception {
        try (Git git = Git.init().setDirectory(root.resolve("hat").toFile()).call()) {
            commit(git, "f1", SPEC);
            commit(git, "f2", next);
        }
        Distro distro = distro();
        return Rebase.of(
                        distro,
                        Objects.requireNonNull(distro.components().get("hat")),
                        new UpstreamVersion("felt", "2"))
                .overlays()
                .getFirst();
    }

    @Test
    void whatItDidIsDoneToTheNextVersion() throws Exception {
        RebasedOverlay overlay = rebased(SPEC.replace(" doc\n", " manual\n"));
        assertThat(overlay.outcome()).isEqualTo(RebaseOutcome.FAILS);
        Repair repair = overlay.repair().orElseThrow();
        assertThat(repair.uncertain()).isEmpty();
        assertThat(repair.derived().exact()).isTrue();
        assertThat(repair.derived().changes()).hasSize(1).first().isInstanceOf(Change.SearchReplace.class);
        assertThat(repair.derived().result().file("hat.spec").orElseThrow().text())
                .contains("%description manual")
                .contains("that hats are trimmed");
    }

    @Test
    void whatUpstreamChangedItselfIsLeftToPeople() throws Exception {
        RebasedOverlay overlay = rebased(SPEC.replace("that hats are worn", "how hats are worn"));
        Repair repair = overlay.repair().orElseThrow();
        assertThat(repair.derived().changes()).isEmpty();
        assertThat(repair.uncertain()).containsExactly("hat.spec says something else there in line 15");
    }

    @Test
    void aCommitComesWithoutItsReleaseAndItsLog() throws Exception {
        String fixed;
        try (Git git = Git.init().setDirectory(root.resolve("hat").toFile()).call()) {
            commit(git, "f1", SPEC);
            String later = SPEC.replace("License: MIT\n", "License: MIT\nURL: https://felt.invalid/hat\n")
                    .replace("Release: 1", "Release: 2")
                    .replace("%changelog\n", "%changelog\n* Tue Jun 02 2026 Felt - 1-2\n- Say where\n\n");
            fixed = commit(git, "f2", later);
        }
        Distro distro = distro();
        var component = Objects.requireNonNull(distro.components().get("hat"));
        Backport backport =
                Backport.of(distro, component, fixed.substring(0, 9), ComponentSources.of(distro, component));
        assertThat(backport.reason()).isEqualTo("Backport of upstream's " + fixed.substring(0, 12) + ": Spec of f2");
        assertThat(backport.conflicts()).isEmpty();
        assertThat(backport.wanted().file("hat.spec").orElseThrow().text())
                .isEqualTo(SPEC.replace("License: MIT\n", "License: MIT\nURL: https://felt.invalid/hat\n"));
    }
}
