package dev.milliner.serve.mcp;

import dev.milliner.ground.Failures;
import dev.milliner.ground.FileTrouble;
import dev.milliner.serve.mcp.CallLog.Caller;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.json.JsonMapper;

/** Makes calls: checks what they are given, bounds their time and the size of what they answer, and writes them down. */
final class Calls implements AutoCloseable {
    /** Longer than any answer of a large distro takes; what takes longer was made to. */
    static final Duration LIMIT = Duration.ofSeconds(60);

    /** As many characters as an agent can take in. */
    static final int LARGEST = 400_000;

    private static final int AT_ONCE = 2;

    private final ServedTree tree;
    private final CallLog log;
    private final Duration limit;
    private final ExecutorService working = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().daemon().name("call-", 1).factory());

    Calls(ServedTree tree, CallLog log, Duration limit) {
        this.tree = tree;
        this.log = log;
        this.limit = limit;
    }

    /**
     * What came of a call.
     *
     * @param text the answer as JSON, or why there is none
     * @param answered whether there is an answer
     */
    record Outcome(String text, boolean answered) {}

    /** Makes a call. One that can't be written down is not made. */
    Outcome call(Tool tool, Map<String, Object> given, Caller caller) {
        long start = System.nanoTime();
        Outcome outcome = bounded(tool, given);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        try {
            log.add(
                    caller,
                    tree.tree().root(),
                    tool.name(),
                    given,
                    outcome.answered() ? "answered" : outcome.text(),
                    took,
                    outcome.text().length());
            return outcome;
        } catch (IOException unwritable) {
            return new Outcome(
                    "The call can't be written down, so it is not answered: " + FileTrouble.words(unwritable) + ".",
                    false);
        }
    }

    private Outcome bounded(Tool tool, Map<String, Object> given) {
        Future<Outcome> work = working.submit(() -> answered(tool, given));
        try {
            return work.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            work.cancel(true);
            return new Outcome(
                    "There was no answer within " + limit.toSeconds() + " seconds, so the call was given up.", false);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return new Outcome("The server ends.", false);
        } catch (ExecutionException failure) {
            Failures.Failure told = new Failures.Failure("The call", failure);
            Failures.report(told);
            return new Outcome(told.sentence() + " The log has more.", false);
        }
    }

    private Outcome answered(Tool tool, Map<String, Object> given) {
        try {
            String text =
                    JsonMapper.shared().writeValueAsString(tool.call(Arguments.of(given, tool.parameters()), tree));
            return text.length() <= LARGEST
                    ? new Outcome(text, true)
                    : new Outcome(
                            "The answer has " + text.length() + " characters, and at most " + LARGEST
                                    + " are given. Narrow what you ask for.",
                            false);
        } catch (RefusedCall refused) {
            return new Outcome(refused.reason(), false);
        }
    }

    @Override
    public void close() {
        working.shutdownNow();
        tree.close();
    }
}
