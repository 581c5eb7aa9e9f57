package dev.milliner.workbench.files;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * An unsaved text. Its file has a line for the text at first, and one for each edit since; each is a JSON object. A last
 * line that was cut is an edit that was being written when the machine stopped.
 *
 * @param root the distro's root folder
 * @param path the file's path below it; where it is a result, what it is called
 * @param component the component whose overlays' result it is; null where it is a file
 * @param base the text that was on disk when it was edited
 * @param text the unsaved text
 * @param saved when it was kept last, in milliseconds since 1970
 */
public record KeptText(String root, String path, @Nullable String component, String base, String text, long saved) {
    /** Half of a pair of surrogates, which may stand alone in a text, can be written in no encoding. */
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** That of a file. */
    public KeptText(String root, String path, String base, String text, long saved) {
        this(root, path, null, base, text, saved);
    }

    /** The first line; a text that is not said is the base. */
    private record Head(
            String root,
            String path,
            @Nullable String component,
            String base,
            @Nullable String text,
            long saved) {}

    /** A line of an edit. */
    private record Line(int at, int removed, String inserted, long saved) {}

    /**
     * Reads a file's content.
     *
     * @throws IllegalArgumentException where its first line is cut, or no such text
     */
    static KeptText of(String content) {
        String[] lines = content.split("\\n", -1);
        try {
            Head head = JSON.readValue(lines[0], Head.class);
            if (head == null || isNull(head.root, head.path, head.base)) {
                throw new IllegalArgumentException("It lacks a part.");
            }
            Path ignored = Path.of(head.root).resolve(head.path);
            return replay(head, lines);
        } catch (JacksonException | InvalidPathException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    private static KeptText replay(Head head, String[] lines) {
        TextMirror mirror = new TextMirror(head.text == null ? head.base : head.text);
        long saved = head.saved;
        try {
            for (int i = 1; i < lines.length && !lines[i].isEmpty(); i++) {
                Line line = JSON.readValue(lines[i], Line.class);
                if (line == null) {
                    break;
                }
                mirror.apply(new TypedEdit(line.at, line.removed, line.inserted == null ? "" : line.inserted));
                saved = line.saved;
            }
        } catch (JacksonException | IllegalArgumentException cut) {
            // All before it is whole.
        }
        return new KeptText(head.root, head.path, head.component, head.base, mirror.fileText(), saved);
    }

    private static boolean isNull(@Nullable String... parts) {
        for (String part : parts) {
            if (part == null) {
                return true;
            }
        }
        return false;
    }

    /** The first line, with its end. */
    String head() {
        String own = text.equals(base) ? null : text;
        return JSON.writeValueAsString(new Head(root, path, component, base, own, saved)) + "\n";
    }

    /** The line of an edit, with its end. */
    static String line(TypedEdit edit, long moment) {
        return JSON.writeValueAsString(new Line(edit.at(), edit.removed(), edit.inserted(), moment)) + "\n";
    }

    /** When it was kept. */
    public Instant time() {
        return Instant.ofEpochMilli(saved);
    }
}
