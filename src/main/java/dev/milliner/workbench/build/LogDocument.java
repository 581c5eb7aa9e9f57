package dev.milliner.workbench.build;

import dev.milliner.build.log.LogIndex;
import dev.milliner.build.log.LogSearch;
import dev.milliner.build.log.LogSection;
import dev.milliner.build.log.LogSeverity;
import dev.milliner.build.log.LoggedLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/** An open log: reads it on a thread of its own and tells the screen what has changed, at most once a frame. */
final class LogDocument implements AutoCloseable {
    private static final int LOOK_MILLIS = 500;

    private final Path file;
    private final Runnable changed;
    private final LogRows rows = new LogRows(this::read);
    private final Set<Integer> folded = new HashSet<>();
    private final Set<Integer> reading = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean growing = new AtomicBoolean();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("log").factory());
    private final ScheduledFuture<?> looks;
    private @Nullable LogIndex index;
    private volatile @Nullable LogSearch search;
    private volatile boolean closed;
    private int lines;

    /**
     * Opens a log.
     *
     * @param changed told on the JavaFX thread that there are more lines, or that a search found more
     */
    LogDocument(Path file, Runnable changed) {
        this.file = file;
        this.changed = changed;
        grow();
        // What writes it may be another program, or a farm, which tells nobody here.
        looks = worker.scheduleWithFixedDelay(() -> take(false), LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    Path file() {
        return file;
    }

    LogRows rows() {
        return rows;
    }

    /** How many lines are shown or folded. */
    int lines() {
        return lines;
    }

    /** The number of the line that a row shows, or of the first line of the stage that it is the head of. */
    int line(int row) {
        return row < rows.size() ? rows.get(row).number() : 0;
    }

    /** Takes in what was written since, and goes on with the search. */
    void grow() {
        if (!closed && growing.compareAndSet(false, true)) {
            worker.execute(() -> {
                growing.set(false);
                take(true);
            });
        }
    }

    private void take(boolean searching) {
        try {
            LogIndex now = opened();
            if (now == null) {
                return;
            }
            boolean grew = now.grow();
            LogSearch current = grew || searching ? search : null;
            if (current != null) {
                current.go(() -> closed || search != current);
            }
            if (!grew && current == null) {
                return;
            }
            int total = now.lines();
            // Two, as the end that is on the screen is seldom all in the last one.
            Map<Integer, List<LoggedLine>> tail = new TreeMap<>();
            int last = (total - 1) / LogIndex.BLOCK;
            for (int block = Math.max(0, last - 1); total > 0 && block <= last; block++) {
                tail.put(block, now.block(block));
            }
            var sections = now.sections();
            Platform.runLater(() -> show(sections, total, tail));
        } catch (IOException unreadable) {
            // A log that was deleted under the view shows what was read of it.
        }
    }

    private @Nullable LogIndex opened() throws IOException {
        LogIndex known = index;
        if (known == null && Files.exists(file)) {
            known = LogIndex.open(file);
            index = known;
        }
        return known;
    }

    private void show(List<LogSection> sections, int total, Map<Integer, List<LoggedLine>> tail) {
        if (closed) {
            return;
        }
        lines = total;
        tail.forEach(rows::put);
        rows.setLayout(new LogLayout(sections, folded));
        changed.run();
    }

    private void read(int block) {
        if (!closed && reading.add(block)) {
            worker.execute(() -> {
                try {
                    LogIndex now = index;
                    List<LoggedLine> content = now == null ? List.of() : now.block(block);
                    Platform.runLater(() -> {
                        reading.remove(block);
                        rows.put(block, content);
                        changed.run();
                    });
                } catch (IOException unreadable) {
                    reading.remove(block);
                }
            });
        }
    }

    /** Folds or unfolds the stage that a line is in. */
    void fold(int line) {
        int section = rows.layout().sectionOf(line);
        if (!folded.remove(section)) {
            folded.add(section);
        }
        relayout();
        changed.run();
    }

    private void relayout() {
        LogIndex now = index;
        if (now != null) {
            rows.setLayout(new LogLayout(now.sections(), folded));
        }
    }

    /** The row of a line, unfolded where it was folded; -1 where it is not there yet. */
    int reveal(int line) {
        if (folded.remove(rows.layout().sectionOf(line))) {
            relayout();
        }
        return rows.layout().row(line);
    }

    int count(LogSeverity severity) {
        LogIndex now = index;
        return now == null ? 0 : now.count(severity);
    }

    int next(LogSeverity severity, int line) {
        LogIndex now = index;
        return now == null ? 0 : now.next(severity, line);
    }

    /** Searches for a text; an empty one ends the search. */
    void search(String text) {
        LogIndex now = index;
        search = text.isEmpty() || now == null ? null : new LogSearch(now, text);
        worker.execute(() -> {
            take(true);
            Platform.runLater(changed);
        });
    }

    @Nullable
    LogSearch found() {
        return search;
    }

    /** Reads the text of lines and gives it on the JavaFX thread. */
    void text(int first, int last, Consumer<String> then) {
        worker.execute(() -> {
            List<String> all = new ArrayList<>();
            LogIndex now = index;
            try {
                for (int block = (first - 1) / LogIndex.BLOCK;
                        now != null && block <= (last - 1) / LogIndex.BLOCK;
                        block++) {
                    now.block(block).stream()
                            .filter(line -> line.number() >= first && line.number() <= last)
                            .forEach(line -> all.add(dev.milliner.build.log.AnsiText.plain(line.text())));
                }
            } catch (IOException unreadable) {
                // What was read so far is given.
            }
            Platform.runLater(() -> then.accept(String.join("\n", all)));
        });
    }

    @Override
    public void close() {
        closed = true;
        looks.cancel(false);
        worker.execute(() -> {
            try {
                if (index != null) {
                    index.close();
                }
            } catch (IOException gone) {
                // It was only read.
            }
        });
        worker.shutdown();
    }
}
