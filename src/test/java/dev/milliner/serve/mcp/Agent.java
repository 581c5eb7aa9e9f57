package dev.milliner.serve.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.serve.ServingProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An agent that talks with the server as a process of its own. */
final class Agent implements AutoCloseable {
    private final Path home;
    private final Process process;
    private final BufferedReader in;
    private final OutputStream out;
    private int number;

    /** Starts a server over a tree, with what it keeps in a folder. */
    Agent(Path home, Path root, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("mcp", "-C", root.toString()));
        arguments.addAll(List.of(options));
        this.home = home;
        this.process = ServingProcess.start(home, List.of(), arguments.toArray(String[]::new));
        this.in = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.out = process.getOutputStream();
        ObjectNode params = JsonNodeFactory.instance.objectNode().put("protocolVersion", "2025-06-18");
        params.putObject("capabilities");
        params.putObject("clientInfo").put("name", "the-test").put("version", "7");
        assertThat(ask("initialize", params).path("serverInfo").path("name").asString())
                .isEqualTo("milliner");
        say("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
    }

    void say(String line) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    JsonNode ask(String method, ObjectNode params) throws IOException {
        number++;
        ObjectNode message = JsonNodeFactory.instance
                .objectNode()
                .put("jsonrpc", "2.0")
                .put("id", number)
                .put("method", method);
        message.set("params", params);
        say(message.toString());
        while (true) {
            String line = in.readLine();
            assertThat(line).as(method).isNotNull();
            JsonNode answer = JsonMapper.shared().readTree(line);
            if (answer.path("id").asInt(-1) == number) {
                return answer.path("result");
            }
        }
    }

    /** The tools as they are listed. */
    List<JsonNode> tools() throws IOException {
        return ask("tools/list", JsonNodeFactory.instance.objectNode())
                .path("tools")
                .valueStream()
                .toList();
    }

    /** What came of a call: {@code isError}, and the text of it. */
    JsonNode call(String tool, String... namesAndValues) throws IOException {
        ObjectNode params = JsonNodeFactory.instance.objectNode().put("name", tool);
        ObjectNode arguments = params.putObject("arguments");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            arguments.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return ask("tools/call", params);
    }

    /** The answer of a call that must be answered. */
    JsonNode answer(String tool, String... namesAndValues) throws IOException {
        JsonNode result = call(tool, namesAndValues);
        assertThat(result.path("isError").asBoolean()).as(text(result)).isFalse();
        return JsonMapper.shared().readTree(text(result));
    }

    /** Why a call that must be refused is. */
    String refusal(String tool, String... namesAndValues) throws IOException {
        JsonNode result = call(tool, namesAndValues);
        assertThat(result.path("isError").asBoolean()).as(text(result)).isTrue();
        return text(result);
    }

    private static String text(JsonNode result) {
        return result.path("content").path(0).path("text").asString();
    }

    /** The lines of the log of calls. */
    List<JsonNode> log() throws IOException {
        Path log = home.resolve("XDG_STATE_HOME/milliner/logs/agent-calls.log");
        return Files.readAllLines(log).stream()
                .map(line -> (JsonNode) JsonMapper.shared().readTree(line))
                .toList();
    }

    /** Leaves; gives the exit status of the server. */
    int leave() throws IOException, InterruptedException {
        out.close();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Override
    public void close() {
        // What it keeps lies in the test's folder, which can go only after it.
        process.destroy();
        process.onExit().join();
    }
}
