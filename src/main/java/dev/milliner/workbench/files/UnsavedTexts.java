package dev.milliner.workbench.files;

import dev.milliner.ground.Failures;
import dev.milliner.ground.FileTrouble;
import dev.milliner.workbench.words.Wording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Keeps what is typed in the journal, a moment after each keystroke, on a thread of its own that waits for nothing else.
 * Told of edits from the JavaFX thread, which it costs nothing.
 */
public final class UnsavedTexts implements AutoCloseable {
    /** A moment in which fast typing is gathered; with the write it stays below 150 ms. */
    private static final long GATHER_MILLIS = 40;

    /** Edits that make a file larger than this are folded into its text. */
    private static final long MOST_BYTES = 4L << 20;

    /** A disk may be slow, and what is typed is worth the wait. */
    private static final int PATIENCE_SECONDS = 20;

    private final Path root;
    private final BufferJournal journal;
    private final Consumer<String> tell;
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("unsaved texts").factory());
    private final Set<OpenFile> waiting = ConcurrentHashMap.newKeySet();
    private final Set<OpenFile> givenUp = new HashSet<>();
    /** The base of what is kept of each file, to which edits can be added; only for the writer's thread. */
    private final Map<OpenFile, String> kept = new HashMap<>();

    private String lastTold = "";

    /**
     * Keeps the texts of a distro's files.
     *
     * @param root the distro's root folder
     * @param tell shows a sentence to the person; called from any thread
     */
    public UnsavedTexts(Path root, BufferJournal journal, Consumer<String> tell) {
        this.root = root;
        this.journal = journal;
        this.tell = tell;
    }

    /** Keeps a file's text soon. */
    public void edited(OpenFile file) {
        if (waiting.add(file)) {
            later(GATHER_MILLIS, () -> {
                waiting.remove(file);
                keep(file);
            });
        }
    }

    /** Keeps a file's text now, or forgets it where it is on disk. */
    public void settle(OpenFile file) {
        later(0, () -> keep(file));
    }

    /** Forgets a file's text for good: what was typed just before is not kept any more either. */
    public void giveUp(OpenFile file) {
        later(0, () -> {
            givenUp.add(file);
            forget(file);
        });
    }

    /** Gives up a text that was left, on the thread of the journal. */
    public void giveUp(LeftText left) {
        later(0, () -> {
            try {
                left.forget();
            } catch (IOException stays) {
                say(Wording.of(
                        "files.unsaved-texts.kept-cant-deleted", left.kept().path(), FileTrouble.words(stays)));
            }
        });
    }

    private void later(long millis, Runnable work) {
        try {
            ScheduledFuture<?> ignored = writer.schedule(() -> reported(work), millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            // The window is closed, and was asked before.
        }
    }

    private static void reported(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            Failures.report("Keeping unsaved text", failure);
        }
    }

    private void keep(OpenFile file) {
        if (givenUp.contains(file)) {
            return;
        }
        TextMirror.Taken taken = file.mirror().take();
        try {
            if (taken.text().equals(file.saved())) {
                kept.remove(file);
                journal.forget(root, file.path());
            } else if (file.saved().equals(kept.get(file))) {
                add(file, taken);
            } else {
                keepWhole(file, taken.text());
            }
        } catch (IOException e) {
            // The next time it is kept whole.
            kept.remove(file);
            say(Wording.of("files.unsaved-texts.unsaved-text-cant", file.path(), FileTrouble.words(e)));
        }
    }

    private void add(OpenFile file, TextMirror.Taken taken) throws IOException {
        long size = journal.add(root, file.path(), taken.edits());
        if (size > MOST_BYTES && size > 4L * taken.text().length()) {
            keepWhole(file, taken.text());
        }
    }

    private void keepWhole(OpenFile file, String text) throws IOException {
        journal.keep(new KeptText(
                root.toString(), file.path(), file.component(), file.saved(), text, System.currentTimeMillis()));
        kept.put(file, file.saved());
    }

    private void forget(OpenFile file) {
        try {
            journal.forget(root, file.path());
        } catch (IOException e) {
            say(Wording.of("files.unsaved-texts.kept-cant-deleted", file.path(), FileTrouble.words(e)));
        }
    }

    /** Once, not with every keystroke. */
    private void say(String sentence) {
        if (!sentence.equals(lastTold)) {
            lastTold = sentence;
            tell.accept(sentence);
        }
    }

    /** Ends after what waits is kept. */
    @Override
    public void close() throws InterruptedException {
        writer.shutdown();
        if (!writer.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            writer.shutdownNow();
        }
    }
}
