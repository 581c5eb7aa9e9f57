package dev.milliner.review;

import dev.milliner.ground.Digests;
import dev.milliner.ground.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The file in the user's state folder that keeps the {@link ReviewNotes} of one tree. */
public final class NotesFile {
    private final Path folder;
    private final Path file;

    /**
     * The one of a tree.
     *
     * @param state the folder for what is remembered
     * @param root the tree's root
     */
    public NotesFile(Path state, Path root) {
        String tree = Digests.of(
                Digests.sha256(), root.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8));
        this.folder = state.resolve("review");
        this.file = folder.resolve(tree.substring(0, 16) + ".json");
    }

    /**
     * What is kept; nothing where there is no file.
     *
     * @throws IOException where it can't be read
     */
    public ReviewNotes read() throws IOException {
        try {
            return notes(JsonMapper.shared().readTree(Files.readString(file)));
        } catch (NoSuchFileException nothing) {
            return ReviewNotes.NONE;
        } catch (JacksonException | DateTimeException damaged) {
            throw new DamagedNotesException(file, damaged);
        }
    }

    /**
     * Changes what is kept. Other windows may do so too: what they wrote meanwhile stays. A file that can't be read is moved
     * out of the way, never overwritten.
     *
     * @return what is kept then
     */
    public synchronized ReviewNotes change(UnaryOperator<ReviewNotes> how) throws IOException {
        PrivateFiles.folder(folder);
        Path guard = folder.resolve(file.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(guard, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            ReviewNotes now = how.apply(readable());
            PrivateFiles.write(file, text(now));
            return now;
        }
    }

    private ReviewNotes readable() throws IOException {
        try {
            return read();
        } catch (DamagedNotesException damaged) {
            Files.move(file, folder.resolve(file.getFileName() + "." + System.currentTimeMillis() + ".unreadable"));
            return ReviewNotes.NONE;
        }
    }

    private static ReviewNotes notes(JsonNode whole) {
        List<ItemNote> notes = new ArrayList<>();
        for (JsonNode one : whole.path("items")) {
            List<Remark> remarks = one.path("comments")
                    .valueStream()
                    .map(said -> new Remark(
                            said.path("text").asString(),
                            Instant.parse(said.path("time").asString()),
                            said.path("of").asString()))
                    .toList();
            notes.add(new ItemNote(
                    one.path("subject").asString(),
                    one.path("content").asString(),
                    one.path("seen").asBoolean(),
                    remarks));
        }
        return new ReviewNotes(List.copyOf(notes));
    }

    private static String text(ReviewNotes notes) {
        ObjectNode whole = JsonMapper.shared().createObjectNode();
        ArrayNode items = whole.putArray("items");
        for (ItemNote note : notes.notes()) {
            ObjectNode one = items.addObject();
            one.put("subject", note.subject()).put("content", note.content()).put("seen", note.isSeen());
            ArrayNode comments = one.putArray("comments");
            note.remarks().forEach(said -> comments.addObject()
                    .put("text", said.text())
                    .put("time", said.time().toString())
                    .put("of", said.of()));
        }
        return whole.toPrettyString() + "\n";
    }
}
