package dev.milliner.ground;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A tool while it runs. Its output is read as it comes; it can be stopped, and leaves no process behind. */
public final class RunningTool implements AutoCloseable {
    /** How long a tool that was asked to stop may take to undo what it did. */
    private static final long GRACE_SECONDS = 8;

    private final ToolCommand command;
    private final Process process;
    private final Thread reading;

    private RunningTool(ToolCommand command, Process process, ToolReader reader, Runnable caughtUp) {
        this.command = command;
        this.process = process;
        this.reading = Thread.ofVirtual().name("output of " + process.pid()).start(() -> read(reader, caughtUp));
    }

    /**
     * Starts a tool.
     *
     * @param reader gets each line of its output
     * @param caughtUp told when the reader has all of the output that there was
     */
    public static RunningTool start(ToolCommand command, ToolReader reader, Runnable caughtUp) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(polite(command.words()))
                .directory(command.folder().toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(command.environment());
        // Messages are matched; they must not be translated.
        builder.environment().put("LC_ALL", "C.UTF-8");
        return new RunningTool(command, builder.start(), reader, caughtUp);
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
                int status = process.waitFor();
                reading.join(TimeUnit.SECONDS.toMillis(2));
                return status;
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
            descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
        try {
            if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
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
                if (process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                    return;
                }
            } catch (InterruptedException impatient) {
                Thread.currentThread().interrupt();
            }
        }
        descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private List<ProcessHandle> descendants() {
        return process.descendants().toList();
    }

    private void say(String word) {
        try {
            OutputStream input = process.getOutputStream();
            input.write(word.getBytes(StandardCharsets.UTF_8));
            input.flush();
        } catch (IOException gone) {
            // It has ended meanwhile.
        }
    }

    private void endInput() {
        try {
            process.getOutputStream().close();
        } catch (IOException gone) {
            // It has ended meanwhile.
        }
    }

    /** Tells whether the thread that asks is the one that reads this tool's output. */
    public boolean isReadHere() {
        return Thread.currentThread().equals(reading);
    }

    private void read(ToolReader reader, Runnable caughtUp) {
        try (InputStream output = process.getInputStream()) {
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
