package dev.milliner.build.run;

import dev.milliner.ground.LineSplitter;
import dev.milliner.ground.ToolReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Reads files that a tool writes, while it writes them. They need not be there yet. */
public final class FollowedFiles implements AutoCloseable {
    private static final long PAUSE_MILLISECONDS = 150;

    /** How far a file was read. */
    private static final class Place {
        private final LineSplitter lines;
        private long offset;

        Place(ToolReader reader) {
            lines = new LineSplitter(reader);
        }
    }

    private final Map<Path, Place> places = new HashMap<>();
    private final List<Path> files;
    private final Thread thread;
    private final CountDownLatch ended = new CountDownLatch(1);

    /**
     * Begins.
     *
     * @param readers what reads the lines of each file; called by a thread of its own
     */
    public FollowedFiles(List<Path> files, Function<Path, ToolReader> readers) {
        this.files = files;
        files.forEach(file -> places.put(file, new Place(readers.apply(file))));
        thread = Thread.ofVirtual().name("logs").start(this::follow);
    }

    private void follow() {
        try {
            do {
                read();
            } while (!ended.await(PAUSE_MILLISECONDS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException never) {
            // What is left is read below.
        }
    }

    private synchronized void read() {
        for (Path file : files) {
            Place place = places.get(file);
            if (place != null && Files.isRegularFile(file)) {
                read(file, place);
            }
        }
    }

    private static void read(Path file, Place place) {
        byte[] buffer = new byte[65536];
        try (FileChannel channel = FileChannel.open(file).position(place.offset);
                InputStream input = Channels.newInputStream(channel)) {
            for (int length = input.read(buffer); length > 0; length = input.read(buffer)) {
                place.lines.add(buffer, length);
                place.offset += length;
            }
        } catch (IOException | UncheckedIOException gone) {
            // It may be moved away; what was read of it counts.
        }
    }

    /** Reads what is left. */
    @Override
    public void close() {
        ended.countDown();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        boolean before = Thread.interrupted();
        read();
        places.values().forEach(place -> place.lines.end());
        if (interrupted || before) {
            Thread.currentThread().interrupt();
        }
    }
}
