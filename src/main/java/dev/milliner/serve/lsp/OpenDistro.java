package dev.milliner.serve.lsp;

import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.distro.Edits;
import dev.milliner.ground.Failures;
import dev.milliner.language.Document;
import dev.milliner.language.JudgedSpecs;
import dev.milliner.language.LanguageService;
import dev.milliner.language.MacroValues;
import dev.milliner.language.PackageFacts;
import dev.milliner.language.Surroundings;
import dev.milliner.language.TextMemory;
import dev.milliner.source.BufferTree;
import dev.milliner.source.DiskTree;
import dev.milliner.source.SourceTree;
import dev.milliner.upstream.OverlayWork;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A distro with the texts that are open laid over its files. It is resolved again after each change, on a thread of its own,
 * and only the newest state is told of. Safe for several threads.
 */
final class OpenDistro implements AutoCloseable {
    private final Path root;
    private final DiskTree disk;
    private final DistroLoader loader = new DistroLoader();
    private final Edits edits = new Edits(loader);
    private final OverlayWork overlays = new OverlayWork(loader);
    private final Surroundings surroundings =
            new Surroundings(new JudgedSpecs(overlays), PackageFacts.NONE, MacroValues.NONE, new TextMemory());
    private final Map<String, OpenDocument> documents = new ConcurrentHashMap<>();
    private final Consumer<DistroState> told;
    private final AtomicLong wanted = new AtomicLong();
    private final List<Waiting> waiting = new ArrayList<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("resolve").factory());
    private @Nullable DistroState state;

    private record Waiting(long number, CompletableFuture<DistroState> answer) {}

    /**
     * Opens a tree; {@link #refresh} resolves it.
     *
     * @param root the distro's root folder, absolute
     * @param told takes each state that no change has outdated, on the thread that resolves
     */
    OpenDistro(Path root, Consumer<DistroState> told) {
        this.root = root;
        this.disk = new DiskTree(root);
        this.told = told;
    }

    Path root() {
        return root;
    }

    /** The files without the texts that lie over them. */
    SourceTree disk() {
        return disk;
    }

    OverlayWork overlays() {
        return overlays;
    }

    /** A file's path as the tree has it. */
    String path(Path file) {
        return disk.relative(file.toString());
    }

    /** Lays a text over the tree, or another state of it. */
    void edit(OpenDocument document) {
        documents.put(document.path(), document);
        edits.add(document.path());
        request();
    }

    /** Takes a text away that lay over the tree. */
    void forget(String path) {
        if (documents.remove(path) != null) {
            refresh();
        }
    }

    /** A text that is open; null where it is not. */
    @Nullable
    OpenDocument document(String path) {
        return documents.get(path);
    }

    /** Resolves the tree again; of several calls in a row only the last does any work. */
    void refresh() {
        edits.addAnything();
        request();
    }

    private void request() {
        long number = wanted.incrementAndGet();
        try {
            worker.execute(() -> resolve(number));
        } catch (RejectedExecutionException closed) {
            endWaiting(number);
        }
    }

    /** The state of the texts as they are now, once it is known. */
    CompletableFuture<DistroState> settled() {
        synchronized (waiting) {
            long number = wanted.get();
            DistroState known = state;
            if (known != null && known.number() >= number) {
                return CompletableFuture.completedFuture(known);
            }
            Waiting one = new Waiting(number, new CompletableFuture<>());
            waiting.add(one);
            return one.answer();
        }
    }

    /** A state that may be a few edits behind; the first one is waited for. */
    CompletableFuture<DistroState> state() {
        synchronized (waiting) {
            DistroState known = state;
            return known == null ? settled() : CompletableFuture.completedFuture(known);
        }
    }

    private void resolve(long number) {
        if (number != wanted.get()) {
            return;
        }
        try {
            Optional<Set<String>> changed = edits.take();
            Map<String, OpenDocument> texts = Map.copyOf(documents);
            Distro distro = edits.resolve(tree(texts), changed);
            DistroState now = new DistroState(number, distro, new LanguageService(distro, surroundings), texts);
            boolean first = show(now);
            if (number == wanted.get()) {
                told.accept(now);
            }
            if (first) {
                warm(now);
            }
        } catch (RuntimeException | Error failure) {
            Failures.report("Resolving the distro", failure);
            endWaiting(number);
        }
    }

    private SourceTree tree(Map<String, OpenDocument> texts) {
        Map<String, String> buffers = new HashMap<>();
        texts.forEach((path, document) -> buffers.put(path, document.text()));
        return buffers.isEmpty() ? disk : new BufferTree(disk, buffers);
    }

    private boolean show(DistroState now) {
        List<Waiting> ready = new ArrayList<>();
        boolean first;
        synchronized (waiting) {
            first = state == null;
            state = now;
            ready.addAll(ended(now.number()));
        }
        ready.forEach(one -> one.answer().complete(now));
        return first;
    }

    private void endWaiting(long number) {
        List<Waiting> ended;
        synchronized (waiting) {
            ended = ended(number);
        }
        ended.forEach(one -> one.answer()
                .completeExceptionally(new IllegalStateException("The distro at " + root + " could not be resolved.")));
    }

    private List<Waiting> ended(long number) {
        List<Waiting> ended = new ArrayList<>();
        for (Iterator<Waiting> each = waiting.iterator(); each.hasNext(); ) {
            Waiting one = each.next();
            if (one.number() <= number) {
                ended.add(one);
                each.remove();
            }
        }
        return ended;
    }

    /** The first answer reads what is known as data, which would keep the first letter waiting. */
    private static void warm(DistroState state) {
        state.service().complete(new Document("warm.toml", "[components.a]\nspec = ", 0), 17);
    }

    @Override
    public void close() {
        worker.shutdownNow();
        overlays.close();
        endWaiting(Long.MAX_VALUE);
    }
}
