package dev.milliner.serve.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.milliner.MemoryFolder;
import dev.milliner.serve.ServingProcess;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Clients of others list and call every tool: the protocol's own in Python, and Microsoft's Agent Framework. They run where
 * Python has their packages ({@code mcp}, {@code agent-framework-core} and {@code tenacity}); {@code -Dmilliner.python=PROGRAM} names another Python.
 */
class McpClientsTest {
    private static final String PYTHON = System.getProperty("milliner.python", "python3");

    private static final Map<String, Map<String, String>> CALLS = Map.ofEntries(
            Map.entry("check", Map.of()),
            Map.entry("list", Map.of("what", "components")),
            Map.entry("show", Map.of("name", "greet")),
            Map.entry("overlays", Map.of("component", "greet")),
            Map.entry("prepare_diff", Map.of("component", "greet")),
            Map.entry("deviations", Map.of()),
            Map.entry("review", Map.of("from", "HEAD")),
            Map.entry("image_packages", Map.of("image", "bowler-container")),
            Map.entry("image_why", Map.of("image", "bowler-container", "package", "busybox")),
            Map.entry("explain", Map.of("text", "error: Failed build dependencies:\n\tfoo is needed by x\n")),
            Map.entry("edit_file", Map.of("file", "note.txt", "new", "a note\n")),
            Map.entry("derive", Map.of("component", "busybox", "spec", "Name: busybox\n")));

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    @ParameterizedTest
    @CsvSource({"protocol_client.py, mcp", "agent_framework_client.py, agent_framework"})
    void eachListsAndCallsEveryTool(String script, String module) throws Exception {
        assumeTrue(has(module), PYTHON + " has no module " + module + ".");
        Path root = SampleTree.committed(folder);
        Path calls = Files.writeString(
                folder.resolve("calls.json"), JsonMapper.shared().writeValueAsString(CALLS));
        Path client = Path.of(
                Objects.requireNonNull(McpClientsTest.class.getResource(script)).toURI());
        Path server = ServingProcess.script(folder, "mcp", "--allow-edits", "-C", root.toString());
        ProcessBuilder builder = new ProcessBuilder(PYTHON, client.toString(), calls.toString(), server.toString());
        ServingProcess.atHome(builder, folder);
        Process process = builder.redirectError(
                        folder.resolve("client-errors.txt").toFile())
                .start();
        List<JsonNode> called = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .map(line -> (JsonNode) JsonMapper.shared().readTree(line))
                .toList();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("client-errors.txt")))
                .isZero();
        assertThat(called)
                .extracting(one -> one.path("tool").asString())
                .containsExactlyInAnyOrderElementsOf(CALLS.keySet());
        assertThat(called).allSatisfy(one -> {
            // The sample's own repository lies elsewhere, so that these two are refused.
            boolean refused = one.path("tool").asString().startsWith("image_");
            assertThat(one.path("failed").asBoolean()).as(one.toString()).isEqualTo(refused);
            assertThat(one.path("text").asString()).contains(refused ? "lies outside of the tree" : "{");
        });
        assertThat(root.resolve("note.txt")).hasContent("a note\n");
    }

    private static boolean has(String module) throws Exception {
        boolean there = Stream.of(System.getenv("PATH").split(":", -1))
                        .anyMatch(path -> Files.isExecutable(Path.of(path, PYTHON)))
                || Files.isExecutable(Path.of(PYTHON));
        return there
                && new ProcessBuilder(PYTHON, "-c", "import " + module).start().waitFor() == 0;
    }
}
