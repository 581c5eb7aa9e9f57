package dev.milliner.serve.mcp;

import dev.milliner.ground.PrivateFiles;
import dev.milliner.ground.UserFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The log of calls: one JSON object a line with who called what, when, and what came of it. The newest lines are in
 * {@code agent-calls.log}, those before in {@code agent-calls.1.log}. Safe for several threads and processes.
 */
final class CallLog {
    private static final long LARGEST = 4L << 20;
    private static final int LONGEST_ARGUMENT = 500;

    private final Path file;

    /** A log in a folder. */
    CallLog(Path folder) {
        this.file = folder.resolve("agent-calls.log");
    }

    /** The user's. */
    static CallLog ofUser() {
        return new CallLog(UserFolder.STATE.ours().resolve("logs"));
    }

    /** Where its newest lines are. */
    Path file() {
        return file;
    }

    /**
     * Who calls.
     *
     * @param name the client's name
     * @param version its version
     */
    record Caller(String name, String version) {}

    /**
     * Writes down a call.
     *
     * @param outcome {@code answered}, or why not
     * @param size how many characters the answer had
     * @throws IOException where it can't be written
     */
    synchronized void add(
            Caller caller,
            Path root,
            String tool,
            Map<String, Object> arguments,
            String outcome,
            Duration took,
            int size)
            throws IOException {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("time", Instant.now().toString());
        line.put("client", caller.name()).put("version", caller.version());
        line.put("tree", root.toString()).put("tool", tool);
        ObjectNode given = line.putObject("arguments");
        arguments.forEach((name, value) -> given.put(name, shortened(String.valueOf(value))));
        line.put("outcome", shortened(outcome)).put("millis", took.toMillis()).put("characters", size);
        PrivateFiles.folder(file.resolveSibling(""));
        if (Files.exists(file) && Files.size(file) > LARGEST) {
            Files.move(file, file.resolveSibling("agent-calls.1.log"), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(
                file,
                JsonMapper.shared().writeValueAsString(line) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        PrivateFiles.close(file);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_ARGUMENT ? text : text.substring(0, LONGEST_ARGUMENT) + "…";
    }
}
