package dev.milliner.build.history;

import dev.milliner.ground.Digests;
import dev.milliner.image.FileKind;
import dev.milliner.image.Inspection;
import dev.milliner.image.Inspection.ImageFile;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of a built image, kept in the build's folder so that builds are compared also after their artifacts are gone.
 *
 * @param files by path
 */
public record FileList(List<Entry> files) {
    private static final JsonMapper JSON = new JsonMapper();

    /** With a list that nobody changes. */
    public FileList {
        files = List.copyOf(files);
    }

    /**
     * A file.
     *
     * @param path absolute in the image
     * @param kind what it is
     * @param size in bytes
     * @param mode permissions and the three bits above them
     * @param owner user and group
     * @param target where a link points
     * @param digest SHA-256 of a regular file, in hexadecimal; empty for others, and where it cannot be read
     */
    public record Entry(String path, FileKind kind, long size, int mode, String owner, String target, String digest) {
        /** With nothing missing, as it may in a file that was changed. */
        public Entry {
            Stream.of(path, kind, owner, target, digest).forEach(Objects::requireNonNull);
        }
    }

    /**
     * Lists the files of an image's root.
     *
     * @param root the folder with the files
     * @param inspection what was found in it
     */
    public static FileList of(Path root, Inspection inspection) {
        return new FileList(inspection.files().parallelStream()
                .filter(file -> !isOfKiwi(file.path()))
                .map(file -> entry(root, file))
                .toList());
    }

    /** KIWI keeps the description in the root while it works, and leaves it out of what it makes. */
    private static boolean isOfKiwi(String path) {
        return path.equals("/image") || path.startsWith("/image/");
    }

    private static Entry entry(Path root, ImageFile file) {
        return new Entry(
                file.path(),
                file.kind(),
                file.size(),
                file.mode(),
                file.user() + ":" + file.group(),
                file.target(),
                file.kind() == FileKind.FILE ? digest(Path.of(root + file.path())) : "");
    }

    /** Files that only root may read have none where an ordinary user builds. */
    private static String digest(Path file) {
        try {
            return Digests.sha256(file);
        } catch (IOException unreadable) {
            return "";
        }
    }

    /**
     * Writes it, a JSON object a line, packed by gzip.
     *
     * @throws IOException when the disk is full
     */
    public void write(Path file) throws IOException {
        try (BufferedWriter writer = new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
            for (Entry entry : files) {
                writer.write(JSON.writeValueAsString(entry));
                writer.newLine();
            }
        }
    }

    /** Reads it; empty where a build has none, as one of packages or one that failed. */
    public static Optional<FileList> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            List<Entry> entries = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                Entry entry = JSON.readValue(line, Entry.class);
                if (Objects.isNull(entry)) {
                    return Optional.empty();
                }
                entries.add(entry);
            }
            return Optional.of(new FileList(entries));
        } catch (IOException | JacksonException broken) {
            return Optional.empty();
        }
    }
}
