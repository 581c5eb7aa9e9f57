package dev.milliner.workbench.shell;

import dev.milliner.ground.Failures;
import dev.milliner.ground.Traces;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** Writes down each step, and hears of all that fails: on any thread, in the log, on the error stream, by not answering. */
final class SoakWatch implements AutoCloseable {
    private static final int LAST = 12;
    /** Long, as the machine may have others to serve; what hangs, hangs for good. */
    private static final int HANGS_SECONDS = 30;
    /** What keeps the screen so long is told at the end. */
    private static final long LONG_MILLIS = 250;

    private final Writer steps;
    private final long seed;
    private final Deque<String> last = new ArrayDeque<>();
    private final List<String> failed = new CopyOnWriteArrayList<>();
    private final List<Pulse> pulses = new CopyOnWriteArrayList<>();
    private final Failures.Listening failures = Failures.listen(failure -> failed(failure.doing(), failure.cause()));
    private final Handler log = new LogHandler();
    private final PrintStream err = System.err;
    private final Thread meter = Thread.ofPlatform().daemon().name("soak meter").unstarted(this::measure);
    private volatile Thread screen = Thread.currentThread();
    private volatile String now = "the start";
    private long begun;
    private volatile boolean ended;

    /**
     * A time for which the screen's thread did not answer.
     *
     * @param work for how much of it the thread was at work; for the rest it waited, if only for a processor
     */
    private record Pulse(long millis, long work, String step, String where) {}

    SoakWatch(Path steps, long seed) throws IOException {
        this.steps = Files.newBufferedWriter(steps);
        this.seed = seed;
        Failures.catchAll();
        Logger.getLogger("").addHandler(log);
        System.setErr(new PrintStream(new ErrorStream(), true, StandardCharsets.UTF_8));
        screen = onScreen("the thread", Thread::currentThread);
        meter.start();
    }

    /** A step begins. */
    void beginStep(String step) {
        begun = System.nanoTime();
        now = step;
    }

    /** What is about to be done in it. */
    void begin(String step) {
        now = step;
    }

    /** What was done. */
    void did(String step) throws IOException {
        now = step;
        last.addLast(step);
        if (last.size() > LAST) {
            last.removeFirst();
        }
        steps.write(step + " (" + millis(begun) + " ms)\n");
        steps.flush();
    }

    /** Writes down what was measured. */
    void say(String sentence) {
        try {
            steps.write("# " + sentence.replace("\n", "\n# ") + "\n");
            steps.flush();
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        System.out.println(sentence);
    }

    /** Fails where something has failed. */
    void check() {
        if (!failed.isEmpty()) {
            throw wrong(failed.getFirst());
        }
    }

    AssertionError wrong(String what) {
        return new AssertionError(what + "\nSeed " + seed + ", the last steps, the newest at the end:\n"
                + String.join("\n", last) + "\nunder way: " + now);
    }

    /** The headless platform draws a menu that is higher than its screen beyond the end of its pixels. */
    private static boolean isOfThePlatform(Throwable cause) {
        return cause instanceof IndexOutOfBoundsException
                && Stream.of(cause.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().equals("com.sun.glass.ui.headless.HeadlessWindow")
                                && frame.getMethodName().equals("blit"));
    }

    private void failed(String doing, Throwable cause) {
        if (isOfThePlatform(cause)) {
            return;
        }
        failed.add(doing + " [" + now + "] " + Traces.of(cause));
    }

    /** Does something on the screen's thread, which has to answer. */
    <T> T onScreen(String what, Callable<T> action) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(action.call());
            } catch (Throwable failure) {
                done.completeExceptionally(failure);
            }
        });
        return wait(what, done);
    }

    /** Waits until the screen was drawn anew. */
    void pulse(String after) {
        CompletableFuture<Boolean> drawn = new CompletableFuture<>();
        AnimationTimer timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                stop();
                Platform.runLater(() -> drawn.complete(true));
            }
        };
        Platform.runLater(timer::start);
        wait("a pulse after " + after, drawn);
    }

    /** Second by second, as a machine that sleeps meanwhile, or serves others, lets that time go by at once. */
    private <T> T wait(String what, CompletableFuture<T> done) {
        for (int second = 0; second < HANGS_SECONDS; second++) {
            try {
                return done.get(1, TimeUnit.SECONDS);
            } catch (TimeoutException notYet) {
                // It has some more.
            } catch (ExecutionException failure) {
                failed(what, failure);
                throw wrong(failed.getLast());
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
        throw wrong("The window does not answer: " + what + "\n" + where());
    }

    private String where() {
        StringBuilder all = new StringBuilder();
        for (StackTraceElement element : screen.getStackTrace()) {
            all.append("    at ").append(element).append('\n');
        }
        return all.toString();
    }

    /** Asks the screen's thread again and again, and notes where it was when it took long to answer. */
    private void measure() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        while (!ended) {
            long begin = System.nanoTime();
            long work = threads.getThreadCpuTime(screen.threadId());
            CompletableFuture<Boolean> answered = new CompletableFuture<>();
            Platform.runLater(() -> answered.complete(true));
            String where = "";
            while (!answered.isDone() && !ended) {
                LockSupport.parkNanos(5_000_000);
                if (where.isEmpty() && millis(begin) > LONG_MILLIS * 2 / 3) {
                    where = where();
                }
            }
            if (millis(begin) > LONG_MILLIS) {
                long worked = (threads.getThreadCpuTime(screen.threadId()) - work) / 1_000_000;
                pulses.add(new Pulse(millis(begin), worked, now, where));
            }
            LockSupport.parkNanos(10_000_000);
        }
    }

    private static long millis(long begin) {
        return (System.nanoTime() - begin) / 1_000_000;
    }

    /** Says what kept the screen for long. */
    void tellLong() {
        List<Pulse> longest = new ArrayList<>(pulses);
        longest.sort(Comparator.comparingLong(Pulse::work).reversed());
        say(longest.size() + " times the screen was kept for over " + LONG_MILLIS + " ms");
        longest.stream()
                .limit(12)
                .forEach(pulse ->
                        say("  " + pulse.millis() + " ms, " + pulse.work() + " ms of it at work: " + pulse.step() + "\n"
                                + pulse.where().lines().limit(28).reduce("", (all, line) -> all + line + "\n")));
    }

    private final class LogHandler extends Handler {
        @Override
        public void publish(LogRecord line) {
            if (isOfADamagedPack(line)) {
                return;
            }
            if (line.getThrown() != null || line.getLevel().intValue() >= Level.SEVERE.intValue()) {
                failed(
                        "Logged: " + line.getMessage(),
                        Optional.ofNullable(line.getThrown())
                                .orElseGet(() -> new IllegalStateException(line.getMessage())));
            }
        }

        /** The monkey writes into packs of git, which JGit logs besides telling it. */
        private boolean isOfADamagedPack(LogRecord line) {
            return String.valueOf(line.getLoggerName()).endsWith(".storage.file.PackDirectory");
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    /** What libraries print in place of telling it. */
    private final class ErrorStream extends OutputStream {
        private final StringBuilder line = new StringBuilder();

        @Override
        public synchronized void write(int one) {
            err.write(one);
            if (one == '\n') {
                String text = line.toString();
                line.setLength(0);
                if (text.contains("Exception") || text.startsWith("\tat ")) {
                    failed.add("Printed [" + now + "]: " + text);
                }
            } else {
                line.append((char) one);
            }
        }
    }

    @Override
    public void close() throws IOException {
        ended = true;
        System.setErr(err);
        Logger.getLogger("").removeHandler(log);
        failures.close();
        steps.close();
    }
}
