package dev.milliner.workbench.files;

import dev.milliner.ground.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Keeps unsaved texts on disk, so that a crash or a kill loses none. Each running workbench has a folder of its own
 * that it holds a lock on; a folder whose lock is free was left by one that died ({@link LeftTexts}).
 */
public final class BufferJournal implements AutoCloseable {
    static final String LOCK = "lock";
    static final String SUFFIX = ".json";

    private final Optional<Held> held;
    private final String absence;

    private record Held(Path folder, FileChannel channel, FileLock lock) {}

    private BufferJournal(Optional<Held> held, String absence) {
        this.held = held;
        this.absence = absence;
    }

    /** One that keeps nothing, and says why whenever it is asked to. */
    public static BufferJournal none(IOException why) {
        return new BufferJournal(Optional.empty(), String.valueOf(why.getMessage()));
    }

    /**
     * Starts a journal for this process.
     *
     * @param journals the folder that holds all journals
     * @throws IOException if it can't be written
     */
    public static BufferJournal start(Path journals) throws IOException {
        PrivateFiles.folder(journals);
        Path folder = PrivateFiles.folder(journals.resolve(UUID.randomUUID().toString()));
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return new BufferJournal(Optional.of(new Held(folder, channel, channel.lock())), "");
    }

    /** The folder of this journal; empty where it keeps nothing. */
    Optional<Path> folder() {
        return held.map(Held::folder);
    }

    /**
     * Keeps an unsaved text, in place of what was kept of the same file.
     *
     * @throws IOException if it can't be written; what was kept before then stays
     */
    public synchronized void keep(KeptText text) throws IOException {
        PrivateFiles.write(file(text.root(), text.path()), text.head());
    }

    /**
     * Adds edits to a text that is kept, which costs the same however long the text is.
     *
     * @return how many bytes the file has now
     * @throws IOException if they can't be written; what was kept before then stays
     */
    public synchronized long add(Path root, String path, List<TypedEdit> edits) throws IOException {
        long moment = System.currentTimeMillis();
        String lines = edits.stream().map(edit -> KeptText.line(edit, moment)).collect(Collectors.joining());
        try (FileChannel file = FileChannel.open(file(root.toString(), path), StandardOpenOption.APPEND)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines);
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(false);
            return file.size();
        }
    }

    /**
     * Forgets a file's text, after it was saved or given up.
     *
     * @throws IOException if it can't be deleted
     */
    public synchronized void forget(Path root, String path) throws IOException {
        if (held.isPresent()) {
            Files.deleteIfExists(file(root.toString(), path));
        }
    }

    private Path file(String root, String path) throws IOException {
        return folder().orElseThrow(() -> new IOException(absence))
                .resolve(UUID.nameUUIDFromBytes((root + '\0' + path).getBytes(StandardCharsets.UTF_8)) + SUFFIX);
    }

    /** Gives the journal up; what is kept in it is offered by the next start. */
    @Override
    public void close() throws IOException {
        if (held.isPresent()) {
            held.get().lock().release();
            held.get().channel().close();
            LeftTexts.deleteIfEmpty(held.get().folder());
        }
    }
}
