package dev.milliner.solve.client;

import dev.milliner.ground.ToolCommand;
import dev.milliner.ground.ToolProcess;
import dev.milliner.solve.SolverException;
import dev.milliner.solve.worker.Frames;
import dev.milliner.solve.worker.SolverWorker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One run of the worker. */
final class WorkerProcess implements AutoCloseable {
    private static final int LINES_KEPT = 20;

    private final ToolProcess process;
    private final Frames frames;
    private final Deque<String> lastLines = new ArrayDeque<>();

    private WorkerProcess(ToolProcess process) {
        this.process = process;
        this.frames = new Frames(process.output(), process.input());
        Thread.ofVirtual().name("solver messages").start(this::readMessages);
    }

    static WorkerProcess start(Path cache) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // A small process that starts fast: its Java part is glue, the work is libsolv's.
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx768m",
                // If native code brings it down, that is said on standard error; no file is left behind.
                "-XX:ErrorFile=/dev/null",
                "-XX:-CreateCoredumpOnCrash",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                SolverWorker.class.getName(),
                cache.toString());
        // The class path may be relative.
        Path here = Path.of("").toAbsolutePath();
        ToolCommand worker = ToolCommand.of(here, Map.of(), command);
        return new WorkerProcess(ToolProcess.start(worker, ToolProcess.Errors.APART));
    }

    /**
     * Sends a request and waits for its answer.
     *
     * @throws SolverException when there is none; the worker is ended then
     */
    byte[] ask(byte[] request, Duration limit) throws SolverException {
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        Thread.ofVirtual().name("solver answer").start(() -> exchange(request, answer));
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            close();
            throw new SolverException(
                    SolverException.Cause.TIME,
                    "The solver gave no answer within " + limit.toSeconds() + " seconds and was stopped.");
        } catch (ExecutionException broken) {
            String how = exit();
            close();
            throw new SolverException(SolverException.Cause.DIED, "The solver died" + how + "." + messages());
        } catch (InterruptedException stopped) {
            close();
            Thread.currentThread().interrupt();
            throw new SolverException(SolverException.Cause.FAILED, "The request was stopped.");
        }
    }

    private void exchange(byte[] request, CompletableFuture<byte[]> answer) {
        try {
            frames.write(request);
            byte[] frame = frames.read();
            if (frame == null) {
                answer.completeExceptionally(new IOException("The worker ended."));
            } else {
                answer.complete(frame);
            }
        } catch (IOException broken) {
            answer.completeExceptionally(broken);
        }
    }

    private String exit() {
        try {
            return process.await(Duration.ofSeconds(1)) ? " with status " + process.status() : "";
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private String messages() {
        synchronized (lastLines) {
            return lastLines.isEmpty() ? "" : " It said: " + String.join(" / ", lastLines);
        }
    }

    private void readMessages() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.errors(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (lastLines) {
                    if (lastLines.size() == LINES_KEPT) {
                        lastLines.removeFirst();
                    }
                    lastLines.add(line);
                }
            }
        } catch (IOException ended) {
            // The process is gone, and with it what it had to say.
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long processId() {
        return process.pid();
    }

    @Override
    public void close() {
        process.end();
    }
}
