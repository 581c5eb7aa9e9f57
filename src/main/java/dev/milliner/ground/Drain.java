package dev.milliner.ground;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Reads one stream of a tool to its end, while others wait for the tool. */
final class Drain {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int PIECE = 1 << 13;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final Thread thread;
    private volatile boolean full;

    private Drain(ToolProcess process, InputStream stream, int most) {
        // Of its own, as the few that carry virtual ones may all be held up by slow files.
        this.thread = Thread.ofPlatform()
                .daemon()
                .name("output of " + process.pid())
                .start(() -> read(process, stream, most));
    }

    /** Reads from now on. A tool that writes more than it may is ended. */
    static Drain of(ToolProcess process, InputStream stream, int most) {
        return new Drain(process, stream, most);
    }

    private void read(ToolProcess process, InputStream stream, int most) {
        try (stream) {
            byte[] piece = new byte[PIECE];
            int length = stream.read(piece);
            while (length >= 0 && !full) {
                keep(piece, length);
                full = size() > most;
                length = full ? -1 : stream.read(piece);
            }
        } catch (IOException closed) {
            // It was ended.
        }
        if (full) {
            process.end();
        }
    }

    private synchronized void keep(byte[] piece, int length) {
        kept.write(piece, 0, length);
    }

    private synchronized int size() {
        return kept.size();
    }

    boolean isFull() {
        return full;
    }

    /** All of it. To be asked when the tool has ended. */
    String text() throws InterruptedException {
        // A process of another user may hold the stream open for ever.
        thread.join(PATIENCE);
        synchronized (this) {
            return kept.toString(StandardCharsets.UTF_8);
        }
    }
}
