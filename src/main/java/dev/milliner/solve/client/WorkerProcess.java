package dev.milliner.solve.client;

import dev.milliner.solve.SolverException;
import dev.milliner.solve.worker.Frames;
import dev.milliner.solve.worker.SolverWorker;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One run of the worker. */
final class WorkerProcess implements AutoCloseable {
    private static final int LINES_KEPT = 20;

    private final Process process;
    private final Frames frames;
    private final Deque<String> lastLines = new ArrayDeque<>();

    private WorkerProcess(Process process) {
        this.process = process;
        this.frames = new Frames(process.getInputStream(), process.getOutputStream());
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
        ProcessBuilder builder = new ProcessBuilder(command);
        // What libsolv writes must not depend on the user's language.
        builder.environment().put("LC_ALL", "C.UTF-8");
        return new WorkerProcess(builder.start());
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
            return process.waitFor(1, TimeUnit.SECONDS) ? " with status " + process.exitValue() : "";
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
        try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
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
        process.destroyForcibly();
    }
}
