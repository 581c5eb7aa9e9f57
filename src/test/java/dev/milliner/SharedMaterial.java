package dev.milliner;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Real input and what azldev makes of it, kept beside the project in {@code ../shared}. Another place is named by the
 * system property {@code milliner.shared} ({@code mvn test -Dmilliner.shared=DIR}) or the environment's
 * {@code MILLINER_SHARED}. Tests that need it are skipped where it is missing.
 */
public final class SharedMaterial {
    private SharedMaterial() {}

    /** The folder; skips the test where it is missing. */
    public static Path folder() {
        String named = System.getProperty("milliner.shared", System.getenv("MILLINER_SHARED"));
        Path folder =
                Path.of(named == null ? "../shared" : named).toAbsolutePath().normalize();
        assumeTrue(Files.isDirectory(folder), "The shared material is not at " + folder + ".");
        return folder;
    }

    /** Unpacks an archive of the corpus into a folder. */
    public static Path unpack(String archive, Path into) throws IOException {
        return unpack(archive, "", into);
    }

    /** Unpacks what lies below a folder of an archive of the corpus, which stands together in it, into a folder. */
    public static Path unpack(String archive, String below, Path into) throws IOException {
        boolean found = false;
        Path file = folder().resolve("corpus").resolve(archive);
        try (InputStream packed = new BufferedInputStream(Files.newInputStream(file));
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (!entry.getName().startsWith(below)) {
                    if (found) {
                        break;
                    }
                    continue;
                }
                found = true;
                Path target = into.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else if (entry.isFile()) {
                    Files.createDirectories(target.getParent());
                    Files.copy(tar, target);
                }
            }
        }
        return into;
    }

    /** What azldev printed for the azurelinux tree, with the tree's root in place of {@code $ROOT}. */
    public static JsonNode golden(String name, Path root) throws IOException {
        Path file = folder().resolve("golden").resolve(name + ".json.gz");
        try (InputStream unpacked = new GZIPInputStream(Files.newInputStream(file))) {
            return withRoot(new String(unpacked.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8), root);
        }
    }

    /** JSON with the root in place of {@code $ROOT}. */
    public static JsonNode withRoot(String json, Path root) {
        return JsonMapper.shared().readTree(json.replace("$ROOT", root.toString()));
    }
}
