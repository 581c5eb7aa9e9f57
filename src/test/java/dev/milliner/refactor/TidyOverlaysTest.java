package dev.milliner.refactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.distro.DistroLoader;
import dev.milliner.refactor.RefactoringAnswer.Proposal;
import dev.milliner.source.DiskTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Overlays that replace text become what is meant, and what cannot stays to the letter. */
class TidyOverlaysTest {
    private static final String SPEC = """
            Name: hat
            Version: 1
            Release: 1
            Summary: A hat
            License: MIT
            URL: http://hats.example

            %description
            A hat.

            %build
            make

            %files
            /usr/bin/hat
            """;

    private static final String OVERLAYS = """
            [components.hat]
            spec = { type = "local", path = "hat.spec" }

            # where hats are sold now
            [[components.hat.overlays]]
            description = "The shop moved"
            # was http once
            type = "spec-search-replace"
            regex = '^URL: http:'
            replacement = 'URL: https:'
            metadata = { category = "azl-compatibility", upstream-status = "unknown" }

            [[components.hat.overlays]]
            description = "Only a part of a line"
            type = "spec-search-replace"
            section = "%build"
            regex = "make"
            replacement = "make hats"

            [[components.hat.overlays]]
            type = "spec-search-replace"
            regex = "^Summary: .*"
            replacement = "Summary: The hat"
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path root;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(root.resolve("azldev.toml"), """
                includes = ["*.comp.toml"]
                [project]
                default-distro = { name = "d", version = "1" }
                [distros.d.versions.1]
                """);
        Files.writeString(root.resolve("hat.spec"), SPEC);
        Files.writeString(root.resolve("hat.comp.toml"), OVERLAYS);
    }

    private Proposals tree() {
        return new Proposals(new DiskTree(root), new DistroLoader());
    }

    private String tidied(Proposal proposal) {
        assertThat(proposal.edit().files()).hasSize(1);
        return proposal.edit().files().getFirst().after();
    }

    @Test
    void tagsAreUpdatedWhereTextWasReplacedAndWordsStay() {
        Proposal proposal = tree().proposed(new TidyOverlays(List.of("hat")));
        assertThat(tidied(proposal)).isEqualTo(OVERLAYS.replace("""
                        type = "spec-search-replace"
                        regex = '^URL: http:'
                        replacement = 'URL: https:'
                        """, """
                        type = "spec-update-tag"
                        tag = "URL"
                        value = "https://hats.example"
                        """).replace("""
                        type = "spec-search-replace"
                        regex = "^Summary: .*"
                        replacement = "Summary: The hat"
                        """, """
                        type = "spec-update-tag"
                        tag = "Summary"
                        value = "The hat"
                        """));
        assertThat(proposal.remarks())
                .containsExactly(
                        "hat: the spec-search-replace in line 5 of hat.comp.toml becomes a spec-update-tag.",
                        "hat: the spec-search-replace in line 20 of hat.comp.toml becomes a spec-update-tag.");
    }

    @Test
    void allComponentsAreLookedAtWhereNoneIsNamed() {
        assertThat(tidied(tree().proposed(new TidyOverlays(List.of()))))
                .isEqualTo(tidied(tree().proposed(new TidyOverlays(List.of("hat")))));
    }

    @Test
    void lineEndsStayAsTheyAre() throws IOException {
        String odd = OVERLAYS.replace("\n", "\r\n");
        Files.writeString(root.resolve("hat.comp.toml"), odd);
        assertThat(tidied(tree().proposed(new TidyOverlays(List.of("hat")))).replace("\r\n", ""))
                .doesNotContain("\n");
    }

    @Test
    void whatCannotBeTidiedIsSaid() throws IOException {
        Files.writeString(root.resolve("hat.comp.toml"), OVERLAYS.replace("^Summary", "^Sumary"));
        assertThat(tree().refused(new TidyOverlays(List.of("hat"))))
                .contains("hat.comp.toml:20")
                .contains("fail");
        Files.writeString(
                root.resolve("hat.comp.toml"), "[components.hat]\nspec = { type = \"local\", path = \"hat.spec\" }\n");
        assertThat(tree().refused(new TidyOverlays(List.of("hat")))).contains("No overlay");
        assertThat(tree().refused(new TidyOverlays(List.of("hut")))).contains("Did you mean hat?");
    }
}
