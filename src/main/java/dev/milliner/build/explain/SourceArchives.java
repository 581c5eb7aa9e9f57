package dev.milliner.build.explain;

import dev.milliner.ground.BoundedXz;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.jspecify.annotations.Nullable;

/** The files in the archives of sources, with the content of small ones. Read when first asked. */
final class SourceArchives {
    private static final int MOST_ENTRIES = 50_000;
    private static final int LONGEST = 1 << 20;
    private static final long MOST_KEPT = 32L << 20;

    private final List<InputFile.OnDisk> archives;
    private @Nullable Map<String, InputFile> contents;
    private long kept;

    SourceArchives(List<InputFile.OnDisk> files) {
        this.archives = files.stream()
                .filter(file -> file.name().matches(".*\\.(tar|tar\\.(gz|xz|bz2)|tgz|txz)"))
                .toList();
    }

    /** The file of that name, or the only one whose name ends so. */
    Optional<InputFile> named(String file) {
        InputFile known = contents().get(file);
        if (known != null) {
            return Optional.of(known);
        }
        List<InputFile> ending = contents().values().stream()
                .filter(one -> one.name().endsWith("/" + file))
                .toList();
        return ending.size() == 1 ? Optional.of(ending.getFirst()) : Optional.empty();
    }

    /** All files in all archives, by name. */
    List<InputFile> files() {
        return List.copyOf(contents().values());
    }

    private Map<String, InputFile> contents() {
        Map<String, InputFile> known = contents;
        if (known == null) {
            known = new TreeMap<>();
            for (InputFile.OnDisk archive : archives) {
                read(archive, known);
            }
            contents = known;
        }
        return known;
    }

    private void read(InputFile.OnDisk archive, Map<String, InputFile> into) {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive.path()));
                TarArchiveInputStream tar = new TarArchiveInputStream(unpacked(archive.name(), file))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null && into.size() < MOST_ENTRIES;
                    entry = tar.getNextEntry()) {
                if (entry.isFile()) {
                    boolean small = entry.getSize() <= LONGEST && kept < MOST_KEPT;
                    byte[] bytes = small ? tar.readNBytes(LONGEST) : new byte[0];
                    kept += bytes.length;
                    into.put(entry.getName(), new InputFile.InArchive(entry.getName(), bytes));
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
            return BoundedXz.of(file);
        }
        return name.endsWith("bz2") ? new BZip2CompressorInputStream(file) : file;
    }
}
