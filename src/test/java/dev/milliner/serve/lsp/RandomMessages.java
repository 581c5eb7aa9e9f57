package dev.milliner.serve.lsp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Messages at random: sound ones, and ones that are broken in each way that a stream can be. */
final class RandomMessages {
    private static final List<String> POSITIONED = List.of(
            "textDocument/completion",
            "textDocument/hover",
            "textDocument/definition",
            "textDocument/references",
            "textDocument/documentHighlight",
            "textDocument/prepareRename",
            "textDocument/rename");
    private static final List<String> WHOLE = List.of(
            "textDocument/documentSymbol",
            "textDocument/foldingRange",
            "textDocument/documentLink",
            "textDocument/semanticTokens/full",
            "textDocument/semanticTokens/full/delta",
            "textDocument/semanticTokens/range",
            "textDocument/inlayHint",
            "textDocument/codeAction",
            "textDocument/diagnostic",
            "workspace/symbol",
            "textDocument/unheardOf",
            "completionItem/resolve",
            "$/cancelRequest",
            "workspace/didChangeWatchedFiles",
            "workspace/didChangeWorkspaceFolders");
    private static final List<String> TYPED = List.of(
            "[components.",
            "]\n",
            "=",
            "\"",
            "'''",
            "{ type = ",
            "a",
            "\n",
            "\r\n",
            "é🎩",
            "\ud83c",
            "[[",
            "\u0000",
            "spec",
            "");

    private final Random random;
    private final Path root;
    private final String text;
    private int number;

    RandomMessages(Random random, Path root, String text) {
        this.random = random;
        this.root = root;
        this.text = text;
    }

    String initialize() {
        return "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"rootUri\":\"" + root.toUri()
                + "\",\"capabilities\":{}}}";
    }

    /** Sends one of them. */
    void sendOne(RawClient client) throws IOException {
        switch (random.nextInt(12)) {
            case 0 -> client.send(broken());
            case 1 -> client.send(mutated(question()).toString());
            case 2 -> client.send(mutated(edit()).toString());
            case 3 -> client.sendBytes(odd());
            case 4, 5, 6 -> client.send(edit().toString());
            default -> client.send(question().toString());
        }
    }

    private ObjectNode question() {
        boolean positioned = random.nextBoolean();
        String method = any(positioned ? POSITIONED : WHOLE);
        ObjectNode message = message(method);
        if (!method.startsWith("$") && !method.contains("/did")) {
            number++;
            message.put("id", number);
        }
        ObjectNode params = message.putObject("params");
        params.set("textDocument", document());
        params.set("position", position());
        params.set("range", range());
        params.putObject("context").putArray("diagnostics");
        params.put("newName", any(TYPED));
        params.put("query", any(TYPED));
        params.put("previousResultId", "1");
        params.put("id", random.nextInt(number + 1));
        params.put("label", "x");
        params.putArray("data").add(random.nextInt(20)).add(random.nextInt(20));
        params.putArray("changes");
        params.putObject("event").putArray("added");
        ((ObjectNode) params.get("event")).putArray("removed");
        return message;
    }

    private ObjectNode edit() {
        return switch (random.nextInt(8)) {
            case 0 -> opened();
            case 1 -> {
                ObjectNode message = message("textDocument/didClose");
                message.putObject("params").set("textDocument", document());
                yield message;
            }
            case 2 -> {
                ObjectNode message = message("textDocument/didSave");
                message.putObject("params").set("textDocument", document());
                yield message;
            }
            default -> changed();
        };
    }

    private ObjectNode opened() {
        ObjectNode message = message("textDocument/didOpen");
        ObjectNode document = document();
        document.put("languageId", "toml").put("version", number).put("text", text);
        message.putObject("params").set("textDocument", document);
        return message;
    }

    private ObjectNode changed() {
        ObjectNode message = message("textDocument/didChange");
        ObjectNode params = message.putObject("params");
        params.set("textDocument", document().put("version", number));
        ArrayNode changes = params.putArray("contentChanges");
        for (int i = random.nextInt(3); i >= 0; i--) {
            ObjectNode change = changes.addObject().put("text", any(TYPED));
            if (random.nextInt(20) > 0) {
                change.set("range", range());
            } else {
                change.put("text", text);
            }
        }
        return message;
    }

    private static ObjectNode message(String method) {
        return JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0").put("method", method);
    }

    private ObjectNode document() {
        return JsonNodeFactory.instance
                .objectNode()
                .put(
                        "uri",
                        any(List.of(
                                root.resolve("azldev.toml").toUri().toString(),
                                root.resolve("azldev.toml").toUri().toString(),
                                root.resolve("other/some.spec").toUri().toString(),
                                root.resolve("image.kiwi").toUri().toString(),
                                "untitled:1.toml",
                                "file:",
                                "file:///%zz",
                                "")));
    }

    private ObjectNode position() {
        return JsonNodeFactory.instance.objectNode().put("line", number(12)).put("character", number(30));
    }

    private int number(int usual) {
        return switch (random.nextInt(30)) {
            case 0 -> -1;
            case 1 -> Integer.MAX_VALUE;
            default -> random.nextInt(usual);
        };
    }

    private ObjectNode range() {
        ObjectNode range = JsonNodeFactory.instance.objectNode();
        range.set("start", position());
        range.set("end", position());
        return range;
    }

    /** With one value of it gone or another. */
    private JsonNode mutated(ObjectNode message) {
        ObjectNode at = message;
        while (true) {
            List<String> names = List.copyOf(at.propertyNames());
            if (names.isEmpty()) {
                return message;
            }
            String name = any(names);
            if (at.get(name) instanceof ObjectNode inner && random.nextBoolean()) {
                at = inner;
                continue;
            }
            switch (random.nextInt(6)) {
                case 0 -> at.remove(name);
                case 1 -> at.putNull(name);
                case 2 -> at.put(name, -1);
                case 3 -> at.put(name, "x");
                case 4 -> at.putArray(name).add(1);
                default -> at.putObject(name).put("a", true);
            }
            return message;
        }
    }

    private String broken() {
        String message = question().toString();
        return switch (random.nextInt(5)) {
            case 0 -> message.substring(0, random.nextInt(message.length()));
            case 1 -> "[".repeat(1 + random.nextInt(20_000));
            case 2 -> "{\"a\":".repeat(1 + random.nextInt(20_000));
            case 3 -> message + message;
            default -> any(List.of("", "null", "[]", "1", "\"x\"", "{}", "{\"id\":1}", "{\"jsonrpc\":\"1.0\"}"));
        };
    }

    /** What is no message at all. A length that is longer than what follows would wait for more, as it must. */
    private byte[] odd() {
        String bytes =
                switch (random.nextInt(5)) {
                    case 0 -> "\r\n\r\n";
                    case 1 -> "Content-Length: -5\r\n\r\n";
                    case 2 -> "Content-Length: x\r\nNothing: here\r\n\r\n";
                    case 3 -> "Content-Type: text/plain; charset=no-such\r\nContent-Length: 2\r\n\r\n{}";
                    default -> "Content-Length: 0\r\n\r\n";
                };
        return bytes.getBytes(StandardCharsets.UTF_8);
    }

    private <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
