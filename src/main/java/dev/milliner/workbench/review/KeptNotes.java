package dev.milliner.workbench.review;

import dev.milliner.ground.FileTrouble;
import dev.milliner.review.NotesFile;
import dev.milliner.review.ReviewNotes;
import dev.milliner.workbench.words.Wording;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The check marks and comments as the page shows them; each change is written at once, off the JavaFX thread. */
final class KeptNotes {
    private final NotesFile file;
    private final Consumer<String> say;
    private final ReadOnlyObjectWrapper<ReviewNotes> notes = new ReadOnlyObjectWrapper<>(ReviewNotes.NONE);
    private final AtomicInteger waiting = new AtomicInteger();
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("review notes").factory());

    /**
     * Reads them.
     *
     * @param say shows a sentence
     */
    KeptNotes(NotesFile file, Consumer<String> say) {
        this.file = file;
        this.say = say;
        later(file::read);
    }

    ReadOnlyObjectProperty<ReviewNotes> notesProperty() {
        return notes.getReadOnlyProperty();
    }

    ReviewNotes now() {
        return notes.get();
    }

    /** Changes them. */
    void change(UnaryOperator<ReviewNotes> how) {
        notes.set(how.apply(notes.get()));
        later(() -> file.change(how));
    }

    private interface Work {
        ReviewNotes run() throws IOException;
    }

    private void later(Work work) {
        waiting.incrementAndGet();
        writer.execute(() -> {
            try {
                ReviewNotes kept = work.run();
                Platform.runLater(() -> done(kept));
            } catch (IOException lost) {
                Platform.runLater(() -> {
                    waiting.decrementAndGet();
                    say.accept(Wording.of("review.kept-notes.you-note-review", FileTrouble.words(lost)));
                });
            }
        });
    }

    /** What was changed meanwhile is not in it yet. */
    private void done(ReviewNotes kept) {
        if (waiting.decrementAndGet() == 0) {
            notes.set(kept);
        }
    }

    boolean isSettled() {
        return waiting.get() == 0;
    }

    /** Ends after what waits is written. */
    void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(5, TimeUnit.SECONDS)) {
                writer.shutdownNow();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
