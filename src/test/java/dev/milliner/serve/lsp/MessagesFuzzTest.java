package dev.milliner.serve.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.MemoryFolder;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Messages at random, many of them malformed, leave a server that answers as before. {@code -Dmilliner.messages=N} says how
 * many, {@code -Dmilliner.seed=N} which.
 */
@Timeout(value = 1200, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MessagesFuzzTest {
    private static final int MESSAGES = Integer.getInteger("milliner.messages", 4000);
    private static final long SEED = Long.getLong("milliner.seed", 14);
    /** More than this many unanswered requests would measure the queue alone. */
    private static final int CHECK_EVERY = 100;

    private static final String TEXT = """
            [project]
            default-distro = { name = 'd', version = '1' }
            [distros.d.versions.1]
            [components.a]
            spec = { type = 'upstream' }
            [[components.a.overlays]]
            type = "spec-set-tag"
            # é🎩
            """;

    @TempDir(factory = MemoryFolder.class)
    Path root;

    private final Random random = new Random(SEED);
    private final BlockingQueue<JsonNode> checks = new LinkedBlockingQueue<>();
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicInteger errors = new AtomicInteger();
    private final AtomicReference<AssertionError> wrong = new AtomicReference<>();

    @Test
    void anyMessagesLeaveItAnswering() throws Exception {
        Files.writeString(root.resolve("azldev.toml"), TEXT);
        Pipe there = Pipe.open();
        Pipe back = Pipe.open();
        CompletableFuture<Integer> ended = new CompletableFuture<>();
        try (MillinerLanguageServer server = new MillinerLanguageServer(ended::complete)) {
            Future<Void> ignored = Protocol.connect(
                            server, Channels.newInputStream(there.source()), Channels.newOutputStream(back.sink()))
                    .startListening();
            RawClient client =
                    new RawClient(Channels.newInputStream(back.source()), Channels.newOutputStream(there.sink()));
            Thread.ofPlatform().daemon().name("listen").start(() -> listen(client));
            client.send(new RandomMessages(random, root, TEXT).initialize());
            RandomMessages messages = new RandomMessages(random, root, TEXT);
            for (int sent = 1; sent <= MESSAGES; sent++) {
                messages.sendOne(client);
                if (sent % CHECK_EVERY == 0) {
                    check(client, sent);
                }
            }
            assertThat(ended).isNotDone();
            assertThat(answers.get()).isGreaterThan(MESSAGES / 4);
            assertThat(errors.get()).isGreaterThan(MESSAGES / 50);
            System.out.printf(
                    "%d messages from seed %d: %d answers, %d of them errors%n",
                    MESSAGES, SEED, answers.get(), errors.get());
        } finally {
            there.sink().close();
            back.sink().close();
        }
    }

    /** What was answered before is answered still. */
    private void check(RawClient client, int sent) throws Exception {
        String uri = root.resolve("azldev.toml").toUri().toString();
        client.send("{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\",\"params\":{\"textDocument\":{\"uri\":\""
                + uri + "\",\"languageId\":\"toml\",\"version\":1,\"text\":\"[components.a]\\nsp\"}}}");
        client.send("{\"jsonrpc\":\"2.0\",\"id\":\"check-" + sent
                + "\",\"method\":\"textDocument/completion\",\"params\":{\"textDocument\":{\"uri\":\"" + uri
                + "\"},\"position\":{\"line\":1,\"character\":2}}}");
        JsonNode answer = checks.poll(60, TimeUnit.SECONDS);
        if (wrong.get() != null) {
            throw wrong.get();
        }
        assertThat(answer)
                .as("answer after " + sent + " messages from seed " + SEED)
                .isNotNull();
        assertThat(answer.path("id").asString()).isEqualTo("check-" + sent);
        assertThat(answer.path("result")
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("label").asString())
                        .toList())
                .contains("spec");
    }

    private void listen(RawClient client) {
        try {
            while (true) {
                JsonNode message = client.next();
                if (message.has("method")) {
                    continue;
                }
                answers.incrementAndGet();
                if (message.has("error")) {
                    errors.incrementAndGet();
                    assertThat(message.path("error").path("message").asString()).isNotBlank();
                    assertThat(message.path("error").has("data")).isFalse();
                }
                if (message.path("id").asString("").startsWith("check-")) {
                    checks.add(message);
                }
            }
        } catch (IOException end) {
            // The stream is closed at the end; before it, the next check finds no answer.
        } catch (AssertionError failure) {
            wrong.set(failure);
            checks.add(JsonNodeFactory.instance.objectNode());
        }
    }
}
