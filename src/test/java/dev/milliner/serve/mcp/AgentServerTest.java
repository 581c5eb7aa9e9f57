package dev.milliner.serve.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.MemoryFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What agents are answered, what is written down of it, and that nothing changes unless they may change it. */
class AgentServerTest {
    @TempDir(factory = MemoryFolder.class)
    Path folder;

    @Test
    void allToolsAnswerAndChangeNothingAndEachCallIsWrittenDown() throws Exception {
        Path root = SampleTree.in(folder);
        Map<String, String> before = TreeHash.of(root);
        Instant start = Instant.now();
        try (Agent agent = new Agent(folder, root)) {
            assertThat(agent.tools())
                    .allSatisfy(tool -> assertThat(tool.path("annotations")
                                    .path("readOnlyHint")
                                    .asBoolean())
                            .isTrue())
                    .extracting(tool -> tool.path("name").asString())
                    .containsExactlyInAnyOrder(
                            "check",
                            "list",
                            "show",
                            "overlays",
                            "prepare_diff",
                            "derive",
                            "deviations",
                            "review",
                            "image_packages",
                            "image_why",
                            "explain");
            assertThat(agent.answer("check").path("total").asInt()).isZero();
            JsonNode listed = agent.answer("list", "what", "components", "name", "b*", "fields", "name");
            assertThat(listed.path("components").valueStream().map(one -> one.path("name")
                            .asString()))
                    .containsExactly("bowler-release", "brim", "busybox");
            assertThat(agent.answer("list", "what", "packages", "name", "busy*")
                            .path("total")
                            .asInt())
                    .isPositive();
            assertThat(agent.answer("show", "name", "greet").path("values").size())
                    .isPositive();
            JsonNode overlays = agent.answer("overlays", "component", "greet");
            assertThat(overlays.path("steps").size()).isGreaterThan(3);
            assertThat(agent.answer("prepare_diff", "component", "greet")
                            .path("changes")
                            .toString())
                    .contains("motto.txt");
            String spec = Files.readString(root.resolve("comps/linux/linux.spec"));
            JsonNode derived = agent.answer(
                    "derive", "component", "linux", "spec", spec.replaceFirst("(?m)^Release:.*$", "Release: 99"));
            assertThat(derived.path("exact").asBoolean()).isTrue();
            assertThat(derived.path("overlays").path(0).path("type").asString()).isEqualTo("spec-update-tag");
            assertThat(agent.answer("deviations", "component", "greet")
                            .path("total")
                            .asInt())
                    .isGreaterThan(3);
            assertThat(agent.answer("explain", "text", "error: Failed build dependencies:\n\tfoo is needed by x\n")
                            .path("cause")
                            .asString())
                    .contains("foo");
            assertThat(agent.refusal("show", "name", "gret")).contains("Did you mean greet?");
            assertThat(agent.refusal("show", "nam", "x")).contains("There is no argument 'nam'");
            assertThat(agent.refusal("list", "what", "hats")).contains("must be one of components");
            assertThat(agent.call("edit_file", "file", "x.toml", "new", "").toString())
                    .doesNotContain("written");
            List<JsonNode> log = agent.log();
            assertThat(log).hasSize(13).allSatisfy(line -> {
                assertThat(line.path("client").asString()).isEqualTo("the-test");
                assertThat(line.path("version").asString()).isEqualTo("7");
                assertThat(Instant.parse(line.path("time").asString())).isBetween(start, Instant.now());
                assertThat(line.path("tree").asString()).isEqualTo(root.toString());
            });
            assertThat(log.getFirst().path("tool").asString()).isEqualTo("check");
            assertThat(log.get(3).path("arguments").path("name").asString()).isEqualTo("greet");
            assertThat(log.get(9).path("outcome").asString()).contains("Did you mean");
            assertThat(log.getLast().path("tool").asString()).isEqualTo("edit_file");
            assertThat(log.getLast().path("arguments").path("file").asString()).isEqualTo("x.toml");
            assertThat(log.getLast().path("outcome").asString()).isEqualTo("There is no such tool.");
            assertThat(agent.leave()).isZero();
        }
        assertThat(TreeHash.of(root)).isEqualTo(before);
    }

    @Test
    void whatIsNoMessageLeavesItAnswering() throws Exception {
        Path root = SampleTree.in(folder);
        try (Agent agent = new Agent(folder, root)) {
            for (String line : List.of(
                    "",
                    "{",
                    "[]",
                    "null",
                    "{\"jsonrpc\":\"2.0\",\"id\":900,\"method\":\"tools/call\"}",
                    "{\"jsonrpc\":\"2.0\",\"id\":901,\"method\":\"tools/call\",\"params\":{\"name\":7}}",
                    "{\"jsonrpc\":\"2.0\",\"id\":902,\"method\":\"no/such\"}")) {
                agent.say(line);
            }
            assertThat(agent.answer("check").path("total").asInt()).isZero();
        }
    }

    @Test
    void withLeaveItChangesTextsOfTheTreeThatStaySound() throws Exception {
        Path root = SampleTree.in(folder);
        Path file = root.resolve("comps/linux/linux.comp.toml");
        String text = Files.readString(file);
        try (Agent agent = new Agent(folder, root, "--allow-edits")) {
            assertThat(agent.tools())
                    .extracting(tool -> tool.path("name").asString())
                    .contains("edit_file");
            agent.answer(
                    "edit_file",
                    "file",
                    "comps/linux/linux.comp.toml",
                    "old",
                    "expensive = true",
                    "new",
                    "expensive = false");
            assertThat(Files.readString(file)).isEqualTo(text.replace("expensive = true", "expensive = false"));
            Map<String, String> before = TreeHash.of(root);
            assertThat(agent.refusal(
                            "edit_file",
                            "file",
                            "comps/linux/linux.comp.toml",
                            "old",
                            "[components.linux]",
                            "new",
                            "[components.linux"))
                    .contains("Nothing was written")
                    .contains("\"line\":2");
            assertThat(agent.refusal("edit_file", "file", "comps/linux/linux.comp.toml", "old", "e", "new", "f"))
                    .contains("more than once");
            assertThat(agent.refusal("edit_file", "file", "comps/linux/linux.comp.toml", "old", "none", "new", "f"))
                    .contains("does not stand");
            assertThat(agent.refusal("edit_file", "file", "comps/linux/linux.comp.toml", "new", "f"))
                    .contains("is there already");
            assertThat(TreeHash.of(root)).isEqualTo(before);
            agent.answer("edit_file", "file", "comps/new/new.txt", "new", "a file\n");
            assertThat(root.resolve("comps/new/new.txt")).hasContent("a file\n");
        }
    }

    @Test
    void aFolderWithoutADistroIsNotServed() throws Exception {
        Process process = dev.milliner.serve.ServingProcess.start(folder, List.of(), "mcp", "-C", folder.toString());
        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(folder.resolve("errors.txt")).content().contains("There is no azldev.toml in " + folder);
    }
}
