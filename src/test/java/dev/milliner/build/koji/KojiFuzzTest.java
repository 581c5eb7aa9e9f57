package dev.milliner.build.koji;

import dev.milliner.fuzz.ReaderFuzz;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Any answer of a hub or complaint of its client is understood, or told to be strange. */
class KojiFuzzTest extends ReaderFuzz {
    @Override
    protected List<byte[]> seeds() {
        return List.of(
                text(
                        "{\"root\":{\"id\":1,\"parent\":null,\"method\":\"build\",\"arch\":\"noarch\",\"label\":null,\"state\":1,\"start_ts\":1.5,\"completion_ts\":null},"
                                + "\"descendants\":{\"1\":[{\"id\":2,\"parent\":1,\"method\":\"buildArch\",\"arch\":\"x86_64\",\"label\":\"x86_64\",\"state\":5,\"start_ts\":2}],\"2\":[]}}"),
                text("2026-01-01 12:00:00,000 [ERROR] koji: GenericError: No such task\n"),
                text("[ERROR] koji: HTTPError: 503 x\nUnable to connect to server\n"),
                text("requests.exceptions.SSLError: certificate verify failed: self-signed (_ssl.c:1)\n"));
    }

    @Override
    protected List<String> words() {
        return List.of(
                "{",
                "}",
                "[",
                "]",
                ":",
                ",",
                "null",
                "true",
                "1e999",
                "-1",
                "9223372036854775808",
                "1.5",
                "\"id\":",
                "\"state\":",
                "\"parent\":2",
                "\"descendants\":",
                "\\ud800",
                "[ERROR] koji: ",
                "KeyError: 'user'",
                "\n",
                "[[",
                "{\"a\":");
    }

    @Override
    protected void read(byte[] input) throws KojiFailed {
        String text = new String(input, StandardCharsets.UTF_8);
        KojiAnswer answer = KojiAnswer.of(1, "", text);
        KojiComplaint.unreachable(text, answer);
        JsonNode both = JsonMapper.shared().readTree(text);
        TaskTree tree = TaskTree.of(both.path("root"), both.path("descendants"));
        tree.all().forEach(task -> {
            tree.depth(task);
            task.title();
            task.worked(java.time.Instant.EPOCH);
        });
        tree.isOver();
    }

    @Override
    protected boolean isTold(Exception failure) {
        return failure instanceof KojiFailed || failure instanceof JacksonException;
    }

    @Override
    protected int inputs() {
        return 1000;
    }
}
