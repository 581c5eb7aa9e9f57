package dev.milliner.ground;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A tool while it runs. Its output is read as it comes; it can be stopped, and leaves no process behind. */
public final class RunningTool implements AutoCloseable {
    /** How long a tool that was asked to stop may take to undo what it did. */
    private static final Duration GRACE = Duration.ofSeconds(8);

    private static final Duration LAST_OUTPUT = Duration.ofSeconds(2);

    private final ToolCommand command;
    private final ToolProcess process;
    private final Thread reading;
    private volatile int outlived;

    private RunningTool(ToolCommand command, ToolProcess process, ToolReader reader, Runnable caughtUp) {
        this.command = command;
        this.process = process;
        this.reading =
                Thread.ofPlatform().daemon().name("output of " + process.pid()).start(() -> read(reader, caughtUp));
    }

    /**
     * Starts a tool.
     *
     * @param reader gets each line of its output
     * @param caughtUp told when the reader has all of the output that there was
     */
    public static RunningTool start(ToolCommand command, ToolReader reader, Runnable caughtUp) throws IOException {
        ToolCommand polite = ToolCommand.of(command.folder(), command.environment(), polite(command.words()));
        ToolProcess process = ToolProcess.start(polite, ToolProcess.Errors.WITH_OUTPUT);
        return new RunningTool(command, process, reader, caughtUp);
    }

    /** A build takes what processor time others leave, so that the desktop stays as quick as without it. */
    private static List<String> polite(List<String> words) {
        List<String> polite = new ArrayList<>();
        HostTools.find("nice").ifPresent(nice -> polite.addAll(List.of(nice.toString(), "-n", "10")));
        polite.addAll(words);
        return polite;
    }

    /** Waits for its end and for the last of its output. */
    public int await() {
        boolean interrupted = false;
        while (true) {
            try {
                return end();
            } catch (InterruptedException again) {
                // The interrupt tells waiting listeners to stop; a tool is stopped by stop(), and waited for.
                interrupted = true;
            } finally {
                if (interrupted && !process.isAlive()) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    /** As {@link #await}, but an interrupt ends the waiting; whoever closes this ends the tool. */
    public int awaitUnlessInterrupted() throws InterruptedException {
        return end();
    }

    private int end() throws InterruptedException {
        int status = process.await();
        // What it has left would keep its output open.
        outlived = process.end();
        reading.join(LAST_OUTPUT);
        return status;
    }

    /** How many processes it had left when it ended by itself. They are ended too. */
    public int outlived() {
        return outlived;
    }

    /** Asks the tool to stop, and makes it after a while. Returns at once. */
    public void stop() {
        Thread.ofVirtual().name("stop " + process.pid()).start(this::stopAndWait);
    }

    /** Makes the tool stop. Returns at once. */
    public void stopNow() {
        Thread.ofVirtual().name("kill " + process.pid()).start(this::kill);
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
    }

    private void stopAndWait() {
        if (command.stopsByWord()) {
            say("stop\n");
        } else {
            process.ask();
        }
        try {
            if (!process.await(GRACE)) {
                kill();
            }
        } catch (InterruptedException impatient) {
            kill();
        }
    }

    private void kill() {
        if (command.stopsByWord()) {
            endInput();
            try {
                if (process.await(GRACE)) {
                    return;
                }
            } catch (InterruptedException impatient) {
                Thread.currentThread().interrupt();
            }
        }
        process.end();
    }

    private void say(String word) {
        try {
            OutputStream input = process.input();
            input.write(word.getBytes(StandardCharsets.UTF_8));
            input.flush();
        } catch (IOException gone) {
            // It has ended meanwhile.
        }
    }

    private void endInput() {
        try {
            process.input().close();
        } catch (IOException gone) {
            // It has ended meanwhile.
        }
    }

    /** Tells whether the thread that asks is the one that reads this tool's output. */
    public boolean isReadHere() {
        return Thread.currentThread().equals(reading);
    }

    private void read(ToolReader reader, Runnable caughtUp) {
        try (InputStream output = process.output()) {
            PacedReader paced = new PacedReader(reader);
            LineSplitter splitter = new LineSplitter(paced);
            byte[] buffer = new byte[8192];
            for (int length = output.read(buffer); length >= 0; length = output.read(buffer)) {
                splitter.add(buffer, length);
                caughtUp.run();
                paced.pause();
            }
            splitter.end();
            caughtUp.run();
        } catch (IOException closed) {
            // The tool was killed.
        }
    }
}
