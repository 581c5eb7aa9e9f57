package dev.milliner.serve.lsp;

import dev.milliner.ground.Failures;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** What an editor has a server do, over the wire and for nobody, so that Java learns what a start and the first keys need. */
public final class LanguageServerRehearsal {
    private static final int ROUNDS = 60;
    private static final int PIPE = 1 << 16;
    private static final long PATIENCE_SECONDS = 10;
    private static final List<String> QUESTIONS = List.of(
            "textDocument/completion",
            "textDocument/hover",
            "textDocument/definition",
            "textDocument/documentHighlight",
            "textDocument/documentSymbol",
            "textDocument/semanticTokens/full",
            "textDocument/foldingRange",
            "textDocument/documentLink",
            "textDocument/diagnostic");

    private final String uri;
    private final OutputStream to;
    private final Semaphore answers = new Semaphore(0);
    private int number;

    private LanguageServerRehearsal(Path root, OutputStream to) {
        this.uri =
                root.resolve("azldev.toml").toAbsolutePath().normalize().toUri().toString();
        this.to = to;
    }

    /** Rehearses on a distro, in which nothing is changed. */
    public static void of(Path root) {
        try (PipedOutputStream to = new PipedOutputStream();
                PipedInputStream in = new PipedInputStream(to, PIPE)) {
            LanguageServerRehearsal rehearsal = new LanguageServerRehearsal(root, to);
            Thread serving = Thread.ofPlatform().daemon().start(() -> rehearsal.serve(in));
            rehearsal.speak();
            serving.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        } catch (IOException failure) {
            Failures.report("Rehearsing the language server", failure);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(PipedInputStream in) {
        try {
            LanguageServerProcess.serve(in, new Answers());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void speak() throws IOException, InterruptedException {
        ask("initialize", "\"rootUri\":\"" + uri.replaceFirst("/azldev.toml$", "") + "\",\"capabilities\":{}");
        tell("initialized", "");
        tell("textDocument/didOpen", document("\"languageId\":\"toml\",\"version\":1,\"text\":\"\""));
        for (int round = 2; round < ROUNDS; round++) {
            tell(
                    "textDocument/didChange",
                    document("\"version\":" + round)
                            + ",\"contentChanges\":[{\"text\":\"[components.x]\\nspec = { type = \\\"l" + round
                            + "\\\" }\\nsp\"}]");
            for (String question : QUESTIONS) {
                ask(question, document("") + ",\"position\":{\"line\":2,\"character\":2}");
            }
        }
        ask("shutdown", "");
        tell("exit", "");
    }

    private String document(String more) {
        return "\"textDocument\":{\"uri\":\"" + uri + "\"" + (more.isEmpty() ? "" : "," + more) + "}";
    }

    private void ask(String method, String params) throws IOException, InterruptedException {
        number++;
        send("\"id\":" + number + ",\"method\":\"" + method + "\",\"params\":{" + params + "}");
        if (!answers.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("There is no answer to " + method + ".");
        }
    }

    private void tell(String method, String params) throws IOException {
        send("\"method\":\"" + method + "\",\"params\":{" + params + "}");
    }

    private void send(String rest) throws IOException {
        byte[] message = ("{\"jsonrpc\":\"2.0\"," + rest + "}").getBytes(StandardCharsets.UTF_8);
        to.write(("Content-Length: " + message.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        to.write(message);
        to.flush();
    }

    /** Counts answers; a message is written at once. */
    private final class Answers extends OutputStream {
        @Override
        public void write(int one) {}

        @Override
        public void write(byte[] bytes, int from, int length) {
            String text = new String(bytes, from, length, StandardCharsets.UTF_8);
            if (text.contains("\"id\":") && !text.contains("\"method\":")) {
                answers.release();
            }
        }
    }
}
