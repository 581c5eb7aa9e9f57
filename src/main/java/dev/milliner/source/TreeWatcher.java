package dev.milliner.source;

import dev.milliner.ground.Failures;
import dev.milliner.ground.FileTrouble;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Watches a distro's folders for changes by other programs. Rendered specs, {@code .git} and build folders are left
 * out: they are large, and no definition lies in them.
 */
public final class TreeWatcher implements AutoCloseable {
    private static final Set<String> LEFT_OUT = Set.of(".git", "build", "out", "target", "node_modules");
    private static final String RENDERED_SPECS = "specs";
    /** A small folder of that name holds local specs, which do matter. */
    private static final int RENDERED_SPECS_AT_LEAST = 500;

    private static final int QUIET_MILLIS = 120;
    private static final int MOST_FOLDERS = 20_000;

    private final Path root;
    private final Runnable watching;
    private final Runnable changed;
    private final Consumer<String> troubled;
    private final WatchService service;
    private final Map<WatchKey, Path> folders = new HashMap<>();
    private final Thread thread;
    private boolean told;

    /**
     * Starts watching.
     *
     * @param root the distro's root folder
     * @param changed told, on a thread of the watcher's, when files changed and then were quiet for a moment
     * @param troubled told once, on a thread of the watcher's, why something is not watched
     * @throws IOException if the system can't watch at all; {@link #words} has a sentence for it
     */
    public TreeWatcher(Path root, Runnable changed, Consumer<String> troubled) throws IOException {
        this(root, () -> {}, changed, troubled);
    }

    /**
     * Starts watching.
     *
     * @param root the distro's root folder
     * @param watching told, on a thread of the watcher's, when all folders are watched; what changed before may be unseen
     * @param changed told, on a thread of the watcher's, when files changed and then were quiet for a moment
     * @param troubled told once, on a thread of the watcher's, why something is not watched
     * @throws IOException if the system can't watch at all; {@link #words} has a sentence for it
     */
    public TreeWatcher(Path root, Runnable watching, Runnable changed, Consumer<String> troubled) throws IOException {
        this.root = root;
        this.watching = watching;
        this.changed = changed;
        this.troubled = troubled;
        service = root.getFileSystem().newWatchService();
        thread = Thread.ofPlatform().daemon().name("watch").start(this::run);
    }

    private void run() {
        try {
            register(root);
            watching.run();
            while (true) {
                WatchKey key = service.take();
                boolean relevant = false;
                // A checkout touches many files; one call at its end is enough.
                for (WatchKey next = key; next != null; next = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS)) {
                    relevant |= drain(next);
                }
                if (relevant) {
                    changed.run();
                }
            }
        } catch (InterruptedException | ClosedWatchServiceException ended) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            Failures.report("Watching the folder " + root, failure);
        }
    }

    /** What is told of a folder that can't be watched. */
    public static String words(Path folder, IOException why) {
        return "Changes of other programs below " + folder
                + " are seen only when this window comes to the front, as the" + " system can't watch it: "
                + FileTrouble.words(why)
                + ". Where its limit is reached, raise fs.inotify.max_user_watches and fs.inotify.max_user_instances.";
    }

    private boolean drain(WatchKey key) {
        boolean relevant = false;
        for (WatchEvent<?> event : key.pollEvents()) {
            Path folder = folders.get(key);
            if (folder == null || !(event.context() instanceof Path name)) {
                relevant = true;
                continue;
            }
            Path file = folder.resolve(name);
            if (event.kind().equals(StandardWatchEventKinds.ENTRY_CREATE) && Files.isDirectory(file)) {
                register(file);
            }
            relevant |= !name.toString().endsWith(".milliner") && !isLeftOut(file);
        }
        if (!key.reset()) {
            folders.remove(key);
        }
        return relevant;
    }

    private boolean isLeftOut(Path folder) {
        String name = folder.getFileName().toString();
        return !folder.equals(root)
                && (LEFT_OUT.contains(name) || (name.equals(RENDERED_SPECS) && holdsRenderedSpecs(folder)));
    }

    private static boolean holdsRenderedSpecs(Path folder) {
        try (Stream<Path> list = Files.list(folder)) {
            return list.limit(RENDERED_SPECS_AT_LEAST).count() == RENDERED_SPECS_AT_LEAST;
        } catch (IOException unreadable) {
            return true;
        }
    }

    private void register(Path top) {
        try {
            Files.walkFileTree(top, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                        throws IOException {
                    if (folders.size() >= MOST_FOLDERS || isLeftOut(folder)) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    folders.put(
                            folder.register(
                                    service,
                                    StandardWatchEventKinds.ENTRY_CREATE,
                                    StandardWatchEventKinds.ENTRY_DELETE,
                                    StandardWatchEventKinds.ENTRY_MODIFY),
                            folder);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    // A file that went away meanwhile needs no watching.
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            tell(words(top, e));
        }
    }

    private void tell(String sentence) {
        if (!told) {
            told = true;
            troubled.accept(sentence);
        }
    }

    @Override
    public void close() throws IOException {
        thread.interrupt();
        service.close();
    }
}
