package dev.milliner.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.distro.Problem;
import dev.milliner.source.DiskTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverlayJudgementTest {
    private static final String SPEC = """
            Name: a
            Version: 1
            BuildRequires: one
            %description
            %if 1
            text
            %endif
            """;

    @TempDir
    Path folder;

    private List<Problem> judge(String... overlays) throws Exception {
        StringBuilder text = new StringBuilder("""
                [project]
                default-distro = { name = "d", version = "1" }
                [distros.d.versions.1]
                release-ver = "1"
                [components.a]
                spec = { type = "local", path = "a/a.spec" }
                """);
        for (String overlay : overlays) {
            text.append("[[components.a.overlays]]\n").append(overlay).append('\n');
        }
        Files.writeString(folder.resolve("azldev.toml"), text);
        Files.createDirectories(folder.resolve("a"));
        Files.writeString(folder.resolve("a/a.spec"), SPEC);
        Distro distro = new DistroLoader().load(new DiskTree(folder));
        Component component = Objects.requireNonNull(distro.components().get("a"));
        return OverlayJudgement.of(OverlaidComponent.of(distro, component, FoundSources.of(distro, component)));
    }

    private static String replace(String regex, String replacement) {
        return "description = \"d\"\ntype = \"spec-search-replace\"\nregex = '" + regex + "'\nreplacement = \""
                + replacement + "\"";
    }

    @Test
    void aSoundOverlayIsLeftAlone() throws Exception {
        assertThat(judge(replace("one", "two"))).isEmpty();
    }

    @Test
    void noMatchIsAnErrorAtTheOverlay() throws Exception {
        assertThat(judge(replace("one", "two"), replace("nothing", "x")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("overlay-fails");
                    assertThat(problem.place().file()).isEqualTo("azldev.toml");
                    assertThat(problem.place().range().line()).isEqualTo(12);
                });
    }

    @Test
    void aTagThatUpstreamSetsAlreadyHasNoEffect() throws Exception {
        assertThat(judge("description = \"d\"\ntype = \"spec-set-tag\"\ntag = \"Version\"\nvalue = \"1\""))
                .extracting(Problem::code)
                .containsExactly("overlay-no-effect");
    }

    @Test
    void overlaysThatUndoEachOtherAndThoseWhoseOrderMattersAreTold() throws Exception {
        assertThat(judge(replace("one", "two"), replace("two", "three")))
                .extracting(Problem::code)
                .containsExactlyInAnyOrder("overlay-undone", "overlay-order");
    }

    @Test
    void anUnbalancedConditionIsAnError() throws Exception {
        assertThat(judge(replace("^%endif", "# no end")))
                .extracting(Problem::code)
                .containsExactly("overlay-unbalanced-if");
    }

    @Test
    void anOverlayWithoutAReasonIsNoted() throws Exception {
        assertThat(judge("type = \"spec-set-tag\"\ntag = \"Version\"\nvalue = \"2\""))
                .extracting(Problem::code)
                .containsExactly("overlay-no-reason");
    }
}
