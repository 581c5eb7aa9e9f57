package dev.milliner.refactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.distro.DistroLoader;
import dev.milliner.refactor.RefactoringAnswer.Proposal;
import dev.milliner.source.DiskTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In place of overlays that fail on another version stand others that do there what they did, with their reasons. */
class RepairOverlaysTest {
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
            """;

    private static final String OVERLAYS = """
            [components.hat]
            spec = { type = "upstream", upstream-distro = { name = "felt", version = "1" } }

            # told by the trade
            [[components.hat.overlays]]
            description = "Hats are trimmed"
            type = "spec-search-replace"
            section = "%description"
            package = "doc"
            regex = "that hats are worn"
            replacement = "that hats are trimmed"

            [[components.hat.overlays]]
            description = "It is free"
            type = "spec-set-tag"
            tag = "License"
            value = "MIT-0"
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path root;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(root.resolve("azldev.toml"), """
                includes = ["*.comp.toml"]
                [project]
                default-distro = { name = "bowler", version = "1" }
                [distros.bowler.versions.1]
                [distros.felt]
                dist-git-base-uri = "file://%s/upstream/$pkg"
                [distros.felt.versions.1]
                dist-git-branch = "f1"
                [distros.felt.versions.2]
                dist-git-branch = "f2"
                """.formatted(root));
        Files.writeString(root.resolve("hat.comp.toml"), OVERLAYS);
    }

    private void upstream(String next) throws IOException, GitAPIException {
        try (Git git =
                Git.init().setDirectory(root.resolve("upstream/hat").toFile()).call()) {
            commit(git, "f1", SPEC);
            commit(git, "f2", next);
        }
    }

    private void commit(Git git, String branch, String spec) throws IOException, GitAPIException {
        Files.writeString(git.getRepository().getWorkTree().toPath().resolve("hat.spec"), spec);
        commit(git);
        git.branchCreate().setName(branch).setForce(true).call();
    }

    private static void commit(Git git) throws GitAPIException {
        git.add().addFilepattern(".").call();
        git.commit()
                .setMessage("As it is")
                .setAuthor("Felt Maintainers", "maintainers@felt.invalid")
                .setCommitter("Felt Maintainers", "maintainers@felt.invalid")
                .setSign(false)
                .call();
    }

    private Proposals tree() {
        return new Proposals(new DiskTree(root), new DistroLoader());
    }

    @Test
    void anOverlayForTheNextVersionStandsInItsPlace() throws IOException, GitAPIException {
        upstream(SPEC.replace(" doc\n", " manual\n"));
        Proposal proposal = tree().proposed(new RepairOverlays("hat", Optional.of("2")));
        assertThat(proposal.edit().files()).hasSize(1);
        assertThat(proposal.edit().files().getFirst().after()).isEqualTo(OVERLAYS.replace("""
                        section = "%description"
                        package = "doc"
                        regex = "that hats are worn"
                        replacement = "that hats are trimmed"
                        """, """
                        regex = "worn"
                        replacement = "trimmed"
                        """));
        assertThat(proposal.remarks())
                .containsExactly("The spec-search-replace in line 5 of hat.comp.toml becomes a spec-search-replace.");
    }

    @Test
    void whatTheTreeTakesNowIsHeldAgainstTheLastCommit() throws IOException, GitAPIException {
        upstream(SPEC.replace(" doc\n", " manual\n"));
        try (Git git = Git.init().setDirectory(root.toFile()).call()) {
            git.add()
                    .addFilepattern("azldev.toml")
                    .addFilepattern("hat.comp.toml")
                    .call();
            git.commit()
                    .setMessage("The hat")
                    .setAuthor("Felt Maintainers", "maintainers@felt.invalid")
                    .setCommitter("Felt Maintainers", "maintainers@felt.invalid")
                    .setSign(false)
                    .call();
        }
        assertThat(tree().refused(new RepairOverlays("hat", Optional.empty()))).contains("No overlay of 'hat' fails");
        String moved = OVERLAYS.replace("version = \"1\"", "version = \"2\"");
        Files.writeString(root.resolve("hat.comp.toml"), moved);
        Proposal proposal = tree().proposed(new RepairOverlays("hat", Optional.empty()));
        assertThat(proposal.edit().files().getFirst().after()).isEqualTo(moved.replace("""
                        section = "%description"
                        package = "doc"
                        regex = "that hats are worn"
                        replacement = "that hats are trimmed"
                        """, """
                        regex = "worn"
                        replacement = "trimmed"
                        """));
    }

    @Test
    void severalThatTakeThePlaceOfOneHaveItsReason() throws IOException, GitAPIException {
        Files.writeString(
                root.resolve("hat.comp.toml"),
                OVERLAYS.replace("that hats are worn", "[ht]hat hats are [a-z]+|And when"));
        upstream(SPEC.replace(" doc\n", " manual\n"));
        Proposal proposal = tree().proposed(new RepairOverlays("hat", Optional.of("felt-2")));
        String after = proposal.edit().files().getFirst().after();
        assertThat(after.split("Hats are trimmed", -1)).hasSize(3);
        assertThat(after).containsOnlyOnce("# told by the trade").contains("And when");
    }

    @Test
    void whatUpstreamSaysItselfIsLeftToPeople() throws IOException, GitAPIException {
        upstream(SPEC.replace("that hats are worn", "how hats are worn"));
        assertThat(tree().refused(new RepairOverlays("hat", Optional.of("2"))))
                .contains("can't be repaired")
                .contains("line 15");
    }
}
