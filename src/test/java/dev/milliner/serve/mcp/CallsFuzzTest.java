package dev.milliner.serve.mcp;

import dev.milliner.fuzz.ReaderFuzz;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Any message of an agent is passed over, answered or refused; no call fails in a way that nobody told. */
class CallsFuzzTest extends ReaderFuzz {
    private @Nullable Calls calls;

    @Override
    protected List<byte[]> seeds() throws IOException {
        Path root = Files.createDirectories(folder().resolve("tree"));
        Files.writeString(root.resolve("azldev.toml"), """
                [project]
                default-distro = { name = 'd', version = '1' }
                [distros.d.versions.1]
                [components.a]
                spec = { type = 'local', path = 'a.spec' }
                [[components.a.overlays]]
                type = "spec-set-tag"
                tag = "Version"
                value = "2"
                """);
        Files.writeString(root.resolve("a.spec"), "Name: a\nVersion: 1\n");
        calls = new Calls(
                new ServedTree(root, List.of()), new CallLog(folder().resolve("logs")), Duration.ofSeconds(20));
        List<byte[]> seeds = new ArrayList<>();
        for (String call : List.of(
                "\"check\",\"arguments\":{}",
                "\"list\",\"arguments\":{\"what\":\"components\",\"name\":\"a*\",\"fields\":\"name\",\"limit\":5,\"offset\":0}",
                "\"show\",\"arguments\":{\"what\":\"component\",\"name\":\"a\"}",
                "\"overlays\",\"arguments\":{\"component\":\"a\"}",
                "\"prepare_diff\",\"arguments\":{\"component\":\"a\"}",
                "\"derive\",\"arguments\":{\"component\":\"a\",\"patch\":\"--- a/a.spec\\n+++ b/a.spec\\n@@ -1,2 +1,2 @@\\n Name: a\\n-Version: 2\\n+Version: 3\\n\"}",
                "\"review\",\"arguments\":{\"base\":\"HEAD\"}",
                "\"explain\",\"arguments\":{\"log\":\"a.spec\"}")) {
            seeds.add(text(
                    "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":" + call + "}}\n"));
        }
        return seeds;
    }

    @Override
    protected List<String> words() {
        return List.of(
                "{",
                "}",
                "[",
                "]",
                "null",
                "\n",
                "\"jsonrpc\":\"2.0\"",
                "\"name\":\"",
                "\"arguments\":",
                "\"component\":",
                "\"a\"",
                "\"../../outside/canary\"",
                "\"\\u0000\"",
                "*",
                "**",
                "{a,",
                "\\ud800",
                "-1",
                "1e999",
                "2147483648",
                "{\"a\":");
    }

    @Override
    protected void read(byte[] input) throws IOException {
        List<JsonNode> seen = new ArrayList<>();
        try (MessageLines lines = new MessageLines(new ByteArrayInputStream(input), seen::add)) {
            lines.readAllBytes();
        }
        for (JsonNode message : seen.stream().limit(3).toList()) {
            JsonNode asked = message.path("params");
            for (Tool tool : Toolbox.of(false)) {
                if (tool.name().equals(asked.path("name").asString(""))
                        && asked.path("arguments").isObject()) {
                    call(tool, asked.path("arguments"));
                }
            }
        }
    }

    private void call(Tool tool, JsonNode arguments) {
        Map<String, Object> given = JsonMapper.shared().convertValue(arguments, new TypeReference<>() {});
        Calls.Outcome outcome =
                java.util.Objects.requireNonNull(calls).call(tool, given, new CallLog.Caller("fuzz", "1"));
        if (outcome.text().contains("The log has more.") || outcome.text().contains("There was no answer within")) {
            throw new IllegalStateException(tool.name() + ": " + outcome.text());
        }
        if (outcome.text().contains("outside text of the canary")) {
            throw new IllegalStateException(tool.name() + " reads what lies outside");
        }
    }

    @Override
    protected boolean isTold(Exception failure) {
        return false;
    }

    @Override
    protected int inputs() {
        return 60;
    }
}
