package dev.milliner.serve.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.MemoryFolder;
import dev.milliner.serve.mcp.CallLog.Caller;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The bounds of calls. */
class CallsTest {
    private static final Caller CALLER = new Caller("the-test", "7");

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    /** A tool that does what it is told. */
    private record Told(java.util.function.Supplier<JsonNode> work) implements Tool {
        @Override
        public String name() {
            return "told";
        }

        @Override
        public String description() {
            return "Does what it is told.";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of();
        }

        @Override
        public JsonNode call(Arguments arguments, ServedTree tree) {
            return work.get();
        }
    }

    private Calls calls(Duration limit, Path logs) {
        return new Calls(new ServedTree(folder, List.of()), new CallLog(logs), limit);
    }

    @Test
    void whatTakesTooLongIsGivenUp() {
        CountDownLatch never = new CountDownLatch(1);
        try (Calls calls = calls(Duration.ofMillis(50), folder)) {
            assertThat(calls.call(new Told(() -> waited(never)), Map.of(), CALLER)
                            .text())
                    .contains("no answer within");
            assertThat(calls.call(new Told(JsonNodeFactory.instance::objectNode), Map.of(), CALLER)
                            .answered())
                    .isTrue();
        }
    }

    private static JsonNode waited(CountDownLatch never) {
        try {
            never.await();
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
        }
        return JsonNodeFactory.instance.objectNode();
    }

    @Test
    void whatIsTooLargeIsNotGiven() {
        try (Calls calls = calls(Calls.LIMIT, folder)) {
            Calls.Outcome outcome = calls.call(
                    new Told(() -> JsonNodeFactory.instance.stringNode("x".repeat(Calls.LARGEST))), Map.of(), CALLER);
            assertThat(outcome.answered()).isFalse();
            assertThat(outcome.text()).contains("Narrow what you ask for.").hasSizeLessThan(200);
        }
    }

    @Test
    void whatFailsIsToldInASentence() {
        try (Calls calls = calls(Calls.LIMIT, folder)) {
            Calls.Outcome outcome = calls.call(
                    new Told(() -> {
                        throw new IllegalStateException("the hat is gone");
                    }),
                    Map.of(),
                    CALLER);
            assertThat(outcome.text())
                    .contains("The call failed")
                    .contains("the hat is gone")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void whatCannotBeWrittenDownIsNotAnswered() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        try (Calls calls = calls(Calls.LIMIT, file.resolve("logs"))) {
            assertThat(calls.call(new Told(JsonNodeFactory.instance::objectNode), Map.of(), CALLER)
                            .text())
                    .contains("can't be written down");
        }
    }

    @Test
    void theLogKeepsABoundedSize() throws Exception {
        CallLog log = new CallLog(folder);
        Files.writeString(log.file(), "x".repeat(5 << 20));
        log.add(CALLER, folder, "check", Map.of("a", "y".repeat(10_000)), "answered", Duration.ofMillis(3), 2);
        assertThat(Files.readAllLines(log.file())).singleElement().satisfies(line -> assertThat(line)
                .contains("\"client\":\"the-test\"", "\"millis\":3")
                .hasSizeLessThan(1000));
        assertThat(folder.resolve("agent-calls.1.log")).exists();
        assertThat(Files.getPosixFilePermissions(log.file())).hasSize(2);
    }
}
