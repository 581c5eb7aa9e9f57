package dev.milliner.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.MemoryFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An upstream that cannot be had is no upstream on which everything still applies. */
class RebaseCommandTest {
    @TempDir(factory = MemoryFolder.class)
    private Path folder;

    private final StringWriter out = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("azldev.toml"), """
                [project]
                default-distro = { name = "d", version = "1" }
                [distros.d]
                dist-git-base-uri = "file:///nowhere/$pkg"
                [distros.d.versions.'1']
                release-ver = "1"
                dist-git-branch = "one"
                [distros.d.versions.'2']
                release-ver = "2"
                dist-git-branch = "two"
                [components.hat]
                spec = { type = "upstream", upstream-distro = { name = "d", version = "1" } }
                [[components.hat.overlays]]
                type = "spec-set-tag"
                tag = "Release"
                value = "2"
                """);
    }

    @Test
    void aComponentWhoseUpstreamCannotBeHadIsSaidToBeUntold() {
        assertThat(run("hat", "--on", "d-2")).isEqualTo(CommandLineEntry.UNAVAILABLE);
        assertThat(out.toString()).startsWith("hat  ").contains("nowhere").doesNotContain("still applies", "applies");
    }

    @Test
    void soAreAllAndTheJson() {
        assertThat(run("--on", "2", "--json")).isEqualTo(CommandLineEntry.UNAVAILABLE);
        JsonNode report = JsonMapper.shared().readTree(out.toString()).get(0);
        assertThat(report.path("worst").asString()).isEqualTo("unavailable");
        assertThat(report.path("unavailable").asString()).isNotEmpty();
    }

    private int run(String... words) {
        List<String> all = new ArrayList<>(List.of("rebase"));
        all.addAll(Arrays.asList(words));
        all.addAll(List.of("-C", folder.toString()));
        return CommandLineEntry.run(
                new PrintWriter(out), new PrintWriter(new StringWriter()), all.toArray(String[]::new));
    }
}
