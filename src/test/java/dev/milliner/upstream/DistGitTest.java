package dev.milliner.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.overlay.Sources;
import dev.milliner.source.BufferTree;
import dev.milliner.source.DiskTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The dist-git of the sample's greet has three commits: 1.4-1, 1.4-2 in February, and 1.5-1 in March. */
class DistGitTest {
    private static final Path ROOT = Path.of("sample-distros/bowler");
    private static final String BOWLER = "distro/bowler.distro.toml";
    private static final String GREET = "comps/greet/greet.comp.toml";

    @Test
    void theSnapshotChoosesTheCommit() throws Exception {
        assertThat(spec(Map.of())).contains("Release:        2%{?dist}");
        assertThat(spec(changed(BOWLER, "2026-03-01", "2026-02-01"))).contains("Release:        1%{?dist}");
        assertThat(spec(changed(BOWLER, "2026-03-01", "2026-09-01"))).contains("Version:        1.5");
    }

    @Test
    void aPinnedCommitGoesBeforeTheSnapshot() throws Exception {
        String tip = Files.readString(ROOT.resolve("distgit/greet.git/refs/heads/f7"))
                .strip();
        Map<String, String> pinned = changed(
                GREET,
                "[components.greet]\n",
                "[components.greet]\nspec = { type = \"upstream\", upstream-commit = \"" + tip + "\" }\n");
        assertThat(spec(pinned)).contains("Version:        1.5");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> spec(changed(BOWLER, "2026-03-01", "2020-01-01")))
                .hasMessageContaining("2020-01-01");
        assertThatThrownBy(() -> spec(changed("distro/felt.distro.toml", "\"f7\"", "\"f9\"")))
                .isInstanceOf(SourceUnavailableException.class)
                .hasMessageContaining("no branch f9");
        assertThatThrownBy(() -> spec(changed("distro/felt.distro.toml", "/distgit/", "/nowhere/")))
                .hasMessageContaining("no dist-git");
    }

    private static String spec(Map<String, String> buffers) throws Exception {
        Distro distro = new DistroLoader().load(new BufferTree(new DiskTree(ROOT), buffers));
        Sources sources = ComponentSources.of(
                distro, Objects.requireNonNull(distro.components().get("greet")));
        return sources.file("greet.spec").orElseThrow().text();
    }

    private static Map<String, String> changed(String file, String from, String to) throws IOException {
        String text = Files.readString(ROOT.resolve(file));
        assertThat(text).contains(from);
        return Map.of(file, text.replace(from, to));
    }
}
