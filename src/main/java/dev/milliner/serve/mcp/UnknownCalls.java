package dev.milliner.serve.mcp;

import dev.milliner.ground.FileTrouble;
import dev.milliner.serve.mcp.CallLog.Caller;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes down calls of tools that are not offered, which the SDK refuses by itself. */
final class UnknownCalls {
    private final Set<String> offered;
    private final Path root;
    private final CallLog log;
    private Caller caller = new Caller("unknown", "");

    /**
     * For one agent.
     *
     * @param offered the names of the tools that there are
     * @param root the tree that is served
     */
    UnknownCalls(Set<String> offered, Path root, CallLog log) {
        this.offered = Set.copyOf(offered);
        this.root = root;
        this.log = log;
    }

    /** Looks at a message before it is answered. */
    void see(JsonNode message) {
        JsonNode parameters = message.path("params");
        switch (message.path("method").asString("")) {
            case "initialize" -> {
                JsonNode client = parameters.path("clientInfo");
                caller = new Caller(
                        client.path("name").asString("unknown"),
                        client.path("version").asString(""));
            }
            case "tools/call" -> {
                String name = parameters.path("name").asString("");
                if (!offered.contains(name)) {
                    writeDown(name, parameters.path("arguments"));
                }
            }
            default -> {
                // Nothing is called.
            }
        }
    }

    private void writeDown(String name, JsonNode arguments) {
        Map<String, Object> given = arguments.isObject()
                ? JsonMapper.shared().convertValue(arguments, new TypeReference<Map<String, Object>>() {})
                : Map.of();
        try {
            log.add(caller, root, name, given, "There is no such tool.", Duration.ZERO, 0);
        } catch (IOException unwritable) {
            System.err.println("milliner: A call of a tool that there is not can't be written down: "
                    + FileTrouble.words(unwritable) + ".");
        }
    }
}
