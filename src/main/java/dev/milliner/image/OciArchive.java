package dev.milliner.image;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An OCI image layout in a tar archive, as KIWI writes it: an index, a manifest, and layers by digest. */
final class OciArchive {
    private static final JsonMapper JSON = new JsonMapper();

    private OciArchive() {}

    /** Tells whether an archive holds the file that marks an image layout. */
    static boolean isOne(Path artifact) throws IOException {
        try (TarArchiveInputStream tar = open(artifact)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (plain(entry.getName()).equals("oci-layout")) {
                    return true;
                }
            }
        } catch (IOException noArchive) {
            return false;
        }
        return false;
    }

    static Inspection inspect(Path artifact) throws IOException {
        Path folder = Files.createTempDirectory("milliner-oci");
        try (RootReading reading = new RootReading()) {
            unpack(artifact, folder);
            JsonNode manifest = manifest(folder);
            for (JsonNode layer : manifest.path("layers")) {
                try (InputStream file = new BufferedInputStream(
                        Files.newInputStream(blob(folder, layer.path("digest").asString(""))))) {
                    TarLayer.read(file, reading);
                }
            }
            return reading.result("oci");
        } catch (JacksonException broken) {
            throw new IOException(artifact + " is a damaged OCI archive: " + broken.getOriginalMessage(), broken);
        } finally {
            TemporaryFolder.delete(folder);
        }
    }

    private static JsonNode manifest(Path folder) throws IOException {
        JsonNode index = JSON.readTree(Files.readString(folder.resolve("index.json")));
        JsonNode first = index.path("manifests").path(0);
        return JSON.readTree(Files.readString(blob(folder, first.path("digest").asString(""))));
    }

    private static Path blob(Path folder, String digest) throws IOException {
        if (!digest.matches("[a-z0-9]+:[0-9a-f]+")) {
            throw new IOException("The archive names a blob by the digest '" + digest + "', which is none.");
        }
        return folder.resolve(digest.replace(':', '-'));
    }

    /** Puts the blobs and the index into a flat folder, so that no name of the archive becomes a path. */
    private static void unpack(Path artifact, Path folder) throws IOException {
        try (TarArchiveInputStream tar = open(artifact)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                String name = plain(entry.getName());
                if (entry.isFile() && name.equals("index.json")) {
                    Files.copy(tar, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                } else if (entry.isFile() && name.matches("blobs/[a-z0-9]+/[0-9a-f]+")) {
                    String blob = name.substring("blobs/".length()).replace('/', '-');
                    Files.copy(tar, folder.resolve(blob), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static TarArchiveInputStream open(Path artifact) throws IOException {
        return new TarArchiveInputStream(
                TarLayer.decompressed(new BufferedInputStream(Files.newInputStream(artifact))));
    }

    private static String plain(String name) {
        return name.startsWith("./") ? name.substring(2) : name;
    }
}
