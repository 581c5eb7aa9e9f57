package dev.milliner.workbench.base;

import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.distro.Edits;
import dev.milliner.ground.Failures;
import dev.milliner.ground.ThreadPriority;
import dev.milliner.image.DescriptionMemory;
import dev.milliner.source.BufferTree;
import dev.milliner.source.DiskTree;
import dev.milliner.source.SourceTree;
import dev.milliner.workbench.files.TextMirror;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The distro that is open: its tree on disk, the unsaved texts over it, and what both resolve to. Resolving runs on a
 * thread of its own; only the newest state is shown.
 */
public final class Workspace implements AutoCloseable {
    /** The letter comes before what it means: on few processors both at once would keep it from the screen. */
    private static final long BREATH_MILLIS = 2;

    /** The same where what it means takes long to work out. */
    private static final long LONG_BREATH_MILLIS = 6;

    /** From so much on it does. */
    private static final Duration LONG = Duration.ofMillis(8);

    /** How long what an edit is made for may keep the rest from the screen. */
    private static final long PATIENCE_MILLIS = 60;

    /** How long nothing is typed before all files are looked at again. */
    private static final long REST_MILLIS = 3_000;

    private final Path root;
    private final DiskTree disk;
    private final DistroLoader loader = new DistroLoader();
    private final DescriptionMemory descriptions = new DescriptionMemory();
    private final Map<String, TextMirror> buffers = new ConcurrentHashMap<>();
    private final Set<String> vanishing = ConcurrentHashMap.newKeySet();
    private final Edits edits = new Edits(loader);
    private final AtomicLong wanted = new AtomicLong();
    private final AtomicLong shown = new AtomicLong(-1);
    private final List<Consumer<Snapshot>> waiting = new ArrayList<>();
    private final List<Function<Distro, CompletableFuture<?>>> ahead = new CopyOnWriteArrayList<>();
    private final ReadOnlyObjectWrapper<@Nullable Snapshot> snapshot = new ReadOnlyObjectWrapper<>();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("resolve").factory());

    /** Opens a tree; {@link #refresh} resolves it. */
    public Workspace(Path root) {
        this.root = root.toAbsolutePath().normalize();
        disk = new DiskTree(this.root);
    }

    /** The distro's root folder. */
    public Path root() {
        return root;
    }

    /** What resolves it, and knows the files that it has read; safe for several threads. */
    public DistroLoader loader() {
        return loader;
    }

    /** What the distro resolves to; null until it was resolved first. Changes on the JavaFX thread. */
    public ReadOnlyObjectProperty<@Nullable Snapshot> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    /** What the distro resolves to, or null until it was resolved first. */
    public @Nullable Snapshot snapshot() {
        return snapshot.get();
    }

    /** From now on, resolving waits where what draws has work: a key comes before what it brings about. */
    public void letKeysComeFirst() {
        if (!worker.isShutdown()) {
            // An executor that also waits for times keeps to itself what its work fails with.
            worker.execute(() -> {
                try {
                    ThreadPriority.stepBehind();
                } catch (RuntimeException | LinkageError failure) {
                    Failures.report("Letting keys come first", failure);
                }
            });
        }
    }

    /** Tells whether what it resolves to is that of the texts as they are now. */
    public boolean isSettled() {
        return shown.get() == wanted.get();
    }

    /**
     * Hands over what the distro resolves to once that is of the texts as they are now; at once where it is already. On the
     * JavaFX thread. Where it can't be resolved, nothing is handed over.
     */
    public void whenSettled(Consumer<Snapshot> action) {
        Snapshot now = snapshot.get();
        if (now != null && isSettled()) {
            action.accept(now);
        } else {
            waiting.add(action);
        }
    }

    /**
     * Hands over every state as soon as it is known, on the thread that resolved it, before the screen has it: for what an edit is
     * made for, and so comes before all else that follows from it.
     *
     * @param action begins it, and says when it is on the screen; it is not waited for long
     */
    public void beforeShown(Function<Distro, CompletableFuture<?>> action) {
        ahead.add(action);
    }

    /** The files with texts that are not saved, by path. */
    public List<String> unsaved() {
        return buffers.keySet().stream().sorted().toList();
    }

    /** Lays an edited text over the tree. */
    public void edit(String path, TextMirror text) {
        buffers.put(path, text);
        if (vanishing.contains(path)) {
            refresh();
        } else {
            edits.add(path);
            long number = request();
            later(() -> lookAtAll(number), REST_MILLIS);
        }
    }

    /**
     * Says of a file that a change brings or takes away: while nothing stands in its unsaved text it counts as not there, and when
     * that is saved it is deleted.
     */
    public void vanishesWhenEmpty(String path) {
        vanishing.add(path);
    }

    /** Tells whether a file is not to be there while its text is empty. */
    public boolean vanishes(String path, String text) {
        return text.isEmpty() && vanishing.contains(path);
    }

    /** Takes an edited text away, after it was saved or given up. */
    public void forget(String path) {
        if (buffers.remove(path) != null) {
            refresh();
        }
    }

    /** Resolves the tree again; of several calls in a row only the last does any work. */
    public void refresh() {
        edits.addAnything();
        request();
    }

    private long request() {
        long number = wanted.incrementAndGet();
        Snapshot last = snapshot.get();
        boolean isLong = last != null && last.took().compareTo(LONG) > 0;
        later(() -> resolveOrReport(number), isLong ? LONG_BREATH_MILLIS : BREATH_MILLIS);
        return number;
    }

    /** Edits take over what was found on the disk, where not everything is watched. */
    private void lookAtAll(long number) {
        if (number == wanted.get()) {
            refresh();
        }
    }

    private void later(Runnable work, long millis) {
        if (!worker.isShutdown()) {
            ScheduledFuture<?> ignored = worker.schedule(work, millis, TimeUnit.MILLISECONDS);
        }
    }

    /** The tree as it is now, unsaved texts included. */
    public SourceTree tree() {
        Map<String, String> texts = new HashMap<>();
        Set<String> gone = new HashSet<>();
        buffers.forEach((path, mirror) -> {
            String text = mirror.fileText();
            if (vanishes(path, text)) {
                gone.add(path);
            } else {
                texts.put(path, text);
            }
        });
        return texts.isEmpty() && gone.isEmpty() ? disk : new BufferTree(disk, texts, gone);
    }

    private void resolveOrReport(long number) {
        try {
            resolve(number);
        } catch (RuntimeException | Error failure) {
            if (!worker.isShutdown()) {
                Platform.runLater(() -> failed(number));
                Failures.report("Resolving the distro", failure);
            }
        }
    }

    private void resolve(long number) {
        if (number != wanted.get()) {
            return;
        }
        long start = System.nanoTime();
        Optional<Set<String>> changed = edits.take();
        Distro distro = edits.resolve(tree(), changed);
        List<CompletableFuture<?>> first = new ArrayList<>();
        ahead.forEach(action -> first.add(action.apply(distro)));
        // Else the screen's thread would be the first to ask, and wait for what stands where to be marked.
        buffers.keySet().forEach(path -> distro.definitionAt(path, 1));
        Snapshot timed = Snapshot.of(distro, descriptions.of(distro), Duration.ofNanos(System.nanoTime() - start));
        CompletableFuture<?> all = CompletableFuture.allOf(first.toArray(CompletableFuture[]::new));
        if (all.isDone()) {
            Platform.runLater(() -> show(number, timed));
        } else {
            CompletableFuture<?> ignored = all.<Object>handle((done, failure) -> true)
                    .completeOnTimeout(true, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                    .thenRun(() -> Platform.runLater(() -> NextPulse.after(() -> show(number, timed))));
        }
    }

    private void show(long number, Snapshot timed) {
        if (number == wanted.get()) {
            shown.set(number);
            snapshot.set(timed);
            List<Consumer<Snapshot>> ready = List.copyOf(waiting);
            waiting.clear();
            ready.forEach(action -> action.accept(timed));
        }
    }

    /** The screen stays as it was, and nothing more is to come. */
    private void failed(long number) {
        if (number == wanted.get()) {
            shown.set(number);
            waiting.clear();
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
