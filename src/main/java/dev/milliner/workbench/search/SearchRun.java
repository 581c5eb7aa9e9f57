package dev.milliner.workbench.search;

import dev.milliner.search.FileHits;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.application.Platform;

/** Hands rows over to the screen while they are still being found: the first at once, then some at a time. */
final class SearchRun {
    /** More rows than this are not shown. */
    static final int MOST = 5_000;

    private static final long EVERY_NANOS = 80_000_000;

    private final AtomicLong wanted;
    private final long number;
    private final Consumer<List<SearchRow>> show;
    private final List<SearchRow> waiting = new ArrayList<>();
    private long shown;
    private int rows;
    private int places;
    private int files;

    /**
     * A run.
     *
     * @param wanted the number of the newest run
     * @param show takes more rows, on the JavaFX thread
     */
    SearchRun(AtomicLong wanted, Consumer<List<SearchRow>> show) {
        this.wanted = wanted;
        this.number = wanted.incrementAndGet();
        this.show = show;
    }

    /** Tells whether the run is still the newest. */
    BooleanSupplier isWanted() {
        return () -> wanted.get() == number;
    }

    void found(FileHits file) {
        files++;
        places += file.hits().size();
        if (rows < MOST) {
            waiting.add(new SearchRow.FileRow(file.file(), file.hits().size()));
            file.hits().stream().limit(MOST - rows).map(SearchRow.LineRow::new).forEach(waiting::add);
            rows += Math.min(MOST - rows, file.hits().size());
        }
        soon();
    }

    void found(SearchRow.DefinitionRow row) {
        places++;
        if (rows < MOST) {
            waiting.add(row);
            rows++;
        }
        soon();
    }

    private void soon() {
        if (System.nanoTime() - shown > EVERY_NANOS) {
            flush();
        }
    }

    /** Hands over what is left. */
    void flush() {
        if (!waiting.isEmpty()) {
            List<SearchRow> now = List.copyOf(waiting);
            waiting.clear();
            shown = System.nanoTime();
            Platform.runLater(() -> {
                if (wanted.get() == number) {
                    show.accept(now);
                }
            });
        }
    }

    int places() {
        return places;
    }

    int files() {
        return files;
    }

    boolean hasMore() {
        return places > rows;
    }
}
