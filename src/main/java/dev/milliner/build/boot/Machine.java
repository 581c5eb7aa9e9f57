package dev.milliner.build.boot;

import dev.milliner.ground.FileTrouble;
import dev.milliner.ground.ToolCommand;
import dev.milliner.ground.ToolProcess;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** A machine that runs, with its serial console. It does not outlive this program. */
public final class Machine implements AutoCloseable {
    /**
     * Runs QEMU between this program and it, so that the end of the standard input, which comes also when this program
     * dies, ends QEMU: by the keys that leave it, and by force where it no longer reads keys. The shell becomes QEMU.
     */
    private static final String LIFELINE = """
            pipe=$(mktemp -u) && mkfifo -m 600 "$pipe" || exit 1
            exec 3<&0
            { rm -f "$pipe"; cat <&3; printf '\\001x'; sleep 2; kill -KILL $$; } > "$pipe" 2> /dev/null &
            exec "$@" < "$pipe" 3<&-
            """;

    private static final String LEAVE = "\u0001x";
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final ToolProcess process;
    private final ConsoleListener listener;
    private final CountDownLatch over = new CountDownLatch(1);
    private final ReentrantLock said = new ReentrantLock();

    private Machine(ToolProcess process, ConsoleListener listener) {
        this.process = process;
        this.listener = listener;
    }

    /**
     * Starts a machine.
     *
     * @throws BootException when QEMU does not run
     */
    public static Machine start(BootPlan plan, ConsoleListener listener) throws BootException {
        List<String> words = new ArrayList<>(List.of("sh", "-c", LIFELINE, "sh"));
        words.addAll(plan.command());
        try {
            ToolProcess process = ToolProcess.start(ToolCommand.ofUser(words), ToolProcess.Errors.APART);
            Machine machine = new Machine(process, listener);
            Thread.ofVirtual().name("console of " + machine.process.pid()).start(machine::read);
            return machine;
        } catch (IOException failure) {
            throw new BootException("QEMU does not run: " + FileTrouble.words(failure) + ".");
        }
    }

    /** Types text into the console. Nothing happens when the machine is gone. */
    public void type(String text) {
        // Ctrl-A is QEMU's own key; typed twice it reaches the guest.
        send(text.replace("\u0001", "\u0001\u0001"));
    }

    /** Ends the machine, politely at first. Returns when it is gone. The disk is not changed by it. */
    public void stop() {
        send(LEAVE);
        boolean interrupted = Thread.interrupted();
        try {
            if (!process.await(GRACE)) {
                process.end();
            }
            over.await();
        } catch (InterruptedException impatient) {
            process.end();
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells whether it still runs. */
    public boolean isRunning() {
        return process.isAlive();
    }

    /**
     * Waits until it is gone and the listener has heard of it.
     *
     * @return false where the time is over first
     * @throws InterruptedException when the waiting thread is interrupted; the machine goes on
     */
    public boolean await(Duration limit) throws InterruptedException {
        return over.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        stop();
    }

    private void send(String text) {
        try {
            OutputStream input = process.input();
            input.write(text.getBytes(StandardCharsets.UTF_8));
            input.flush();
        } catch (IOException gone) {
            // It has ended meanwhile.
        }
    }

    private void read() {
        Thread messages = Thread.ofVirtual()
                .name("messages of " + process.pid())
                .start(() -> read(process.errors(), listener::message));
        read(process.output(), listener::output);
        endInput();
        try {
            messages.join();
        } catch (InterruptedException never) {
            Thread.currentThread().interrupt();
        }
        listener.ended();
        over.countDown();
    }

    /** Hands a stream over as it comes; what the other stream says waits meanwhile. */
    private void read(InputStream from, Consumer<String> heard) {
        try (Reader output = new InputStreamReader(from, StandardCharsets.UTF_8)) {
            char[] buffer = new char[8192];
            for (int length = output.read(buffer); length >= 0; length = output.read(buffer)) {
                said.lock();
                try {
                    heard.accept(new String(buffer, 0, length));
                } finally {
                    said.unlock();
                }
            }
        } catch (IOException closed) {
            // The machine was killed.
        }
    }

    /** Lets go of the lifeline, which waits for it. */
    private void endInput() {
        try {
            process.input().close();
        } catch (IOException gone) {
            // It has ended meanwhile.
        }
    }
}
