package dev.milliner.ground;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Runs tools whose output is read as a whole. It is read while they are waited for, so that neither a silent nor a
 * talkative one can make this program wait longer than it wants to; what a tool has started ends with it.
 *
 * @param patience how long a tool may take
 * @param grace how much longer it may take when the waiting thread is interrupted
 * @param most how much it may write, in bytes
 */
public record ToolRun(Duration patience, Duration grace, int most) {
    private static final int MOST = 64 * 1024 * 1024;

    /** One that is ended as soon as the waiting thread is interrupted. */
    public static ToolRun within(Duration patience) {
        return new ToolRun(patience, Duration.ZERO, MOST);
    }

    /** The same, for a tool that must not be ended in the middle of its work. */
    public ToolRun withGrace(Duration longer) {
        return new ToolRun(patience, longer, most);
    }

    /** Runs a tool with nothing to read. */
    public ToolResult of(ToolCommand command) throws InterruptedException {
        return of(command, "");
    }

    /**
     * Runs a tool.
     *
     * @param input what it reads
     * @throws InterruptedException when the thread is interrupted; the tool is ended then
     */
    public ToolResult of(ToolCommand command, String input) throws InterruptedException {
        try (ToolProcess process = ToolProcess.start(command, ToolProcess.Errors.APART)) {
            Drain output = Drain.of(process, process.output(), most);
            Drain errors = Drain.of(process, process.errors(), most);
            Thread.ofPlatform().daemon().name("input of " + process.pid()).start(() -> write(process.input(), input));
            boolean inTime = await(process);
            // What it has left would keep its output open.
            process.end();
            if (output.isFull() || errors.isFull()) {
                return new ToolResult.TooMuch(most);
            }
            return inTime
                    ? new ToolResult.Ended(process.status(), output.text(), errors.text())
                    : new ToolResult.Late(patience, errors.text());
        } catch (IOException failure) {
            return new ToolResult.Unstartable(String.valueOf(failure.getMessage()));
        }
    }

    private boolean await(ToolProcess process) throws InterruptedException {
        try {
            return process.await(patience);
        } catch (InterruptedException stop) {
            if (!grace.isZero() && process.await(grace)) {
                Thread.currentThread().interrupt();
                return true;
            }
            throw stop;
        }
    }

    private static void write(OutputStream stream, String input) {
        try (stream) {
            stream.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException unheard) {
            // It has ended, or does not read.
        }
    }
}
