package dev.milliner.build.explain;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/** The files in the archives of sources, with the content of small ones. Read when first asked. */
final class SourceArchives {
    private static final int MOST_ENTRIES = 50_000;
    private static final int LONGEST = 1 << 20;
    private static final long MOST_KEPT = 32L << 20;

    private final List<InputFile> archives;
    private @Nullable Map<String, String> contents;
    private long kept;

    SourceArchives(List<InputFile> files) {
        this.archives = files.stream()
                .filter(file -> file.name().matches(".*\\.(tar|tar\\.(gz|xz|bz2)|tgz|txz)"))
                .toList();
    }

    /** The file of that name, or the only one whose name ends so. */
    Optional<String> named(String file) {
        Map<String, String> known = contents();
        if (known.containsKey(file)) {
            return Optional.of(file);
        }
        List<String> ending =
                known.keySet().stream().filter(name -> name.endsWith("/" + file)).toList();
        return ending.size() == 1 ? Optional.of(ending.getFirst()) : Optional.empty();
    }

    /** A file's lines, by its name in the archive or without the archive's outermost folder. */
    Optional<List<String>> lines(String file) {
        return named(file).map(name -> contents().getOrDefault(name, "").lines().toList());
    }

    private Map<String, String> contents() {
        Map<String, String> known = contents;
        if (known == null) {
            known = new HashMap<>();
            for (InputFile archive : archives) {
                read(archive, known);
            }
            contents = known;
        }
        return known;
    }

    private void read(InputFile archive, Map<String, String> into) {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive.path()));
                TarArchiveInputStream tar = new TarArchiveInputStream(unpacked(archive.name(), file))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null && into.size() < MOST_ENTRIES;
                    entry = tar.getNextEntry()) {
                if (entry.isFile()) {
                    boolean small = entry.getSize() <= LONGEST && kept < MOST_KEPT;
                    byte[] bytes = small ? tar.readNBytes(LONGEST) : new byte[0];
                    kept += bytes.length;
                    into.put(entry.getName(), new String(bytes, StandardCharsets.UTF_8));
                }
            }
        } catch (IOException damaged) {
            // A damaged archive may be what the build failed at; what was read of it is of use.
        }
    }

    private static InputStream unpacked(String name, InputStream file) throws IOException {
        if (name.endsWith("gz")) {
            return new GZIPInputStream(file);
        }
        if (name.endsWith("xz")) {
            return new XZCompressorInputStream(file);
        }
        return name.endsWith("bz2") ? new BZip2CompressorInputStream(file) : file;
    }
}
