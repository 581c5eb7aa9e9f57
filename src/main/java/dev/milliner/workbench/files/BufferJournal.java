package dev.milliner.workbench.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps unsaved texts on disk, so that a crash or a kill loses none. Each running workbench has a folder of its own
 * that it holds a lock on; a folder whose lock is free was left by one that died.
 */
public final class BufferJournal implements AutoCloseable {
    private static final ObjectMapper JSON = JsonMapper.shared();
    private static final String LOCK = "lock";

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;

    /**
     * An unsaved text.
     *
     * @param root the distro's root folder
     * @param path the file's path below it
     * @param base the text that was on disk when it was edited
     * @param text the unsaved text
     * @param saved when it was kept, in milliseconds since 1970
     */
    public record Entry(String root, String path, String base, String text, long saved) {
        /** When it was kept. */
        public Instant time() {
            return Instant.ofEpochMilli(saved);
        }
    }

    private BufferJournal(Path folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Starts a journal for this process.
     *
     * @param journals the folder that holds all journals
     * @throws IOException if it can't be written
     */
    public static BufferJournal start(Path journals) throws IOException {
        Path folder = journals.resolve(UUID.randomUUID().toString());
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return new BufferJournal(folder, channel, channel.lock());
    }

    /**
     * Takes what dead workbenches left for a distro. What is taken stays on disk until it is saved or given up.
     *
     * @param journals the folder that holds all journals
     * @param root the distro's root folder
     * @throws IOException if it can't be read
     */
    public List<Entry> adopt(Path journals, Path root) throws IOException {
        List<Entry> found = new ArrayList<>();
        for (Path left : folders(journals)) {
            if (!left.equals(folder) && isDead(left)) {
                for (Path file : files(left)) {
                    Entry entry = JSON.readValue(Files.readString(file), Entry.class);
                    if (entry.root().equals(root.toString())) {
                        keep(entry);
                        Files.delete(file);
                        found.add(entry);
                    }
                }
                deleteIfEmpty(left);
            }
        }
        return found;
    }

    private static List<Path> folders(Path journals) throws IOException {
        try (Stream<Path> list = Files.list(journals)) {
            return list.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isDead(Path folder) throws IOException {
        try (FileChannel other =
                        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock free = other.tryLock()) {
            return free != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    private static void deleteIfEmpty(Path folder) throws IOException {
        if (files(folder).isEmpty()) {
            Files.deleteIfExists(folder.resolve(LOCK));
            Files.deleteIfExists(folder);
        }
    }

    /**
     * Keeps an unsaved text, in place of what was kept of the same file.
     *
     * @throws IOException if it can't be written; what was kept before then stays
     */
    public synchronized void keep(Entry entry) throws IOException {
        FileText.write(file(entry.root(), entry.path()), JSON.writeValueAsString(entry));
    }

    /**
     * Forgets a file's text, after it was saved or given up.
     *
     * @throws IOException if it can't be deleted
     */
    public synchronized void forget(Path root, String path) throws IOException {
        Files.deleteIfExists(file(root.toString(), path));
    }

    private Path file(String root, String path) {
        return folder.resolve(
                UUID.nameUUIDFromBytes((root + '\0' + path).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        + ".json");
    }

    /** Gives the journal up; what is kept in it is offered by the next start. */
    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
        deleteIfEmpty(folder);
    }
}
