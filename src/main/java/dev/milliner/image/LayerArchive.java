package dev.milliner.image;

import dev.milliner.ground.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of a container archive, unpacked into a flat folder under numbers, so that no name of the archive becomes a
 * path.
 */
final class LayerArchive implements AutoCloseable {
    /** What such archives hold; a root has other names at once. */
    private static final Pattern NAMES =
            Pattern.compile("(|oci-layout|index\\.json|manifest\\.json|repositories|blobs(/[a-z0-9]+(/[0-9a-f]+)?)?"
                    + "|[0-9a-f]{12,}(\\.json|\\.tar|/|/(VERSION|json|layer\\.tar))?)/?");

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LARGEST_JSON = 4 * 1024 * 1024;
    private static final int MOST_FILES = 20_000;

    private final Path folder;
    private final Map<String, Stored> files = new HashMap<>();
    private final Map<String, String> links = new HashMap<>();

    private record Stored(Path file, String digest) {}

    private LayerArchive(Path folder) {
        this.folder = folder;
    }

    /** Unpacks an archive; empty where it is none of containers. */
    static Optional<LayerArchive> open(Path artifact) throws IOException {
        LayerArchive archive = new LayerArchive(Files.createTempDirectory("milliner-layers"));
        try {
            if (archive.unpack(artifact) && (archive.has("oci-layout") || archive.has("manifest.json"))) {
                return Optional.of(archive);
            }
        } catch (IOException damaged) {
            archive.close();
            throw damaged;
        }
        archive.close();
        return Optional.empty();
    }

    private boolean unpack(Path artifact) throws IOException {
        try (Tar tar = new Tar(Unpacked.open(artifact))) {
            for (TarArchiveEntry entry = tar.next(); entry != null; entry = tar.next()) {
                String name = RootPath.of(entry.getName()).orElse("..");
                if (!NAMES.matcher(name).matches()) {
                    return false;
                }
                if (entry.isSymbolicLink()) {
                    links.put(name, String.valueOf(entry.getLinkName()));
                } else if (entry.isSparse()) {
                    throw new IOException("it holds a file with holes, as no archive of a container does");
                } else if (entry.isFile() && !entry.isLink()) {
                    store(name, tar.content());
                }
            }
        }
        return true;
    }

    private void store(String name, InputStream content) throws IOException {
        if (files.size() >= MOST_FILES) {
            throw new IOException("it holds more than " + MOST_FILES + " files, as no archive of a container does");
        }
        Path file = folder.resolve(String.valueOf(files.size()));
        MessageDigest digest = Digests.sha256();
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            content.transferTo(out);
        }
        files.put(name, new Stored(file, Digests.hex(digest)));
    }

    boolean has(String name) {
        return files.containsKey(name);
    }

    /** A file by its name; a link is followed once, to another file of the archive. */
    Path file(String name) throws IOException {
        return stored(name).file();
    }

    /** The SHA-256 of a file's content, in hexadecimal. */
    String digest(String name) throws IOException {
        return stored(name).digest();
    }

    private Stored stored(String name) throws IOException {
        Stored stored = files.get(name);
        String link = links.get(name);
        if (stored == null && link != null) {
            stored = files.get(link.replaceFirst("^(\\.\\./)+", ""));
        }
        if (stored == null) {
            throw new IOException("it lacks its file '" + name + "'");
        }
        return stored;
    }

    /** A blob by its digest, which it must have. */
    Path blob(String digest) throws IOException {
        if (!digest.matches("sha256:[0-9a-f]{64}")) {
            throw new IOException("it names a blob by the digest '" + digest + "', which is none of SHA-256");
        }
        Stored stored = stored("blobs/" + digest.replace(':', '/'));
        if (!digest.equals("sha256:" + stored.digest())) {
            throw new IOException("its blob " + digest + " has another digest, sha256:" + stored.digest()
                    + "; it is damaged or was changed");
        }
        return stored.file();
    }

    /** Reads a small JSON file. */
    static JsonNode json(Path file) throws IOException {
        if (Files.size(file) > LARGEST_JSON) {
            throw new IOException("a manifest in it has " + Files.size(file) + " bytes, more than any has");
        }
        try {
            return JSON.readTree(Files.readString(file));
        } catch (JacksonException broken) {
            throw new IOException("a manifest in it is broken: " + broken.getOriginalMessage(), broken);
        }
    }

    @Override
    public void close() throws IOException {
        TemporaryFolder.delete(folder);
    }
}
