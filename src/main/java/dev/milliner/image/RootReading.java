package dev.milliner.image;

import dev.milliner.level.CodeFile;
import dev.milliner.level.CodeFiles;
import dev.milliner.rpm.RpmDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Gathers what a root holds while its files are read one by one, in any order and from any kind of artifact. Nothing is
 * followed and nothing is unpacked but the rpm database, under a name of its own.
 */
final class RootReading implements AutoCloseable {
    private static final long LARGEST_DATABASE = 2L << 30;
    private static final int LARGEST_TEXT = 64 * 1024;
    private static final int MOST_TEXTS = 100;
    private static final int MOST_ENTRIES = 1_000_000;
    private static final long MOST_NAMES = 256L << 20;
    private static final int START = 4;

    /** Where to find what a root is, best first. */
    static final List<String> OS_RELEASE = List.of("usr/lib/os-release", "etc/os-release");

    static final Pattern OLD_DATABASE =
            Pattern.compile("(usr/lib/sysimage|var/lib|usr/share)/rpm/(Packages|Packages\\.db)");

    private final NavigableMap<String, Found> found = new TreeMap<>();
    private final Map<String, String> texts = new TreeMap<>();
    private final Remarks remarks = new Remarks();
    private final Path temporary;
    private int layer;
    private long names;

    /** A path, what its machine code says, and the layer it comes from. */
    record Found(RootEntry entry, CodeFile program, int layer) {}

    /** The bytes of a file, opened only where they are wanted. */
    interface Content {
        InputStream open() throws IOException;
    }

    RootReading() throws IOException {
        this.temporary = Files.createTempDirectory("milliner-inspect");
    }

    void remark(String words) {
        remarks.add(words);
    }

    /** Begins the next layer; what it hides is only of those before it. */
    void nextLayer() {
        layer++;
    }

    /** Takes in a path. A later one takes the place of an earlier one of the same name. */
    void entry(RootEntry written, Content content) throws IOException {
        Optional<String> path = RootPath.of(written.path());
        if (path.isEmpty()) {
            remark("'" + written.path() + "' leads out of the root or is no path; it is left out.");
            return;
        }
        if (path.get().isEmpty()) {
            return;
        }
        if (written.kind() == FileKind.HARD_LINK) {
            hardLink(written, path.get());
            return;
        }
        RootEntry entry = written.at(path.get());
        if (entry.kind() != FileKind.FOLDER) {
            hide(path.get(), false);
        }
        put(entry, entry.kind() == FileKind.FILE ? read(entry, content) : CodeFile.NONE);
    }

    /** One that leads nowhere or out of the root is only listed. */
    private void hardLink(RootEntry written, String path) throws IOException {
        Optional<String> target = RootPath.of(written.target());
        Found shared = target.map(found::get).orElse(null);
        if (shared == null) {
            remark("The hard link '" + path + "' leads to '" + written.target()
                    + "', which is not in the root; it is not followed.");
            put(written.at(path), CodeFile.NONE);
            return;
        }
        RootEntry other = shared.entry();
        put(
                new RootEntry(
                        path,
                        other.kind() == FileKind.FILE ? FileKind.HARD_LINK : other.kind(),
                        0,
                        other.mode(),
                        other.user(),
                        other.group(),
                        other.kind() == FileKind.FILE ? "/" + other.path() : other.target()),
                shared.program());
    }

    private void put(RootEntry entry, CodeFile program) throws IOException {
        found.put(entry.path(), new Found(entry, program, layer));
        names += entry.path().length() + entry.target().length();
        if (found.size() > MOST_ENTRIES || names > MOST_NAMES) {
            throw new IOException("it holds more than " + MOST_ENTRIES + " files or " + MOST_NAMES
                    + " bytes of names, more than a root has");
        }
    }

    private CodeFile read(RootEntry entry, Content content) throws IOException {
        if (isText(entry.path())) {
            try (InputStream bytes = content.open()) {
                texts.put(entry.path(), new String(bytes.readNBytes(LARGEST_TEXT), StandardCharsets.UTF_8));
            }
            return CodeFile.NONE;
        }
        if (RpmDatabase.PLACES.contains(databaseOf(entry.path()))
                || OLD_DATABASE.matcher(entry.path()).matches()) {
            keep(entry, content);
            return CodeFile.NONE;
        }
        if (entry.size() < START) {
            return CodeFile.NONE;
        }
        try (InputStream bytes = content.open()) {
            return CodeFiles.read("/" + entry.path(), bytes);
        }
    }

    private boolean isText(String path) {
        return OS_RELEASE.contains(path)
                || path.equals("etc/fstab")
                || (texts.size() < MOST_TEXTS && RootHashes.FILES.matcher(path).matches());
    }

    private void keep(RootEntry entry, Content content) throws IOException {
        if (entry.size() > LARGEST_DATABASE) {
            throw new IOException("its rpm database says it has " + entry.size() + " bytes, more than any has");
        }
        Files.createDirectories(kept(entry.path()).getParent());
        try (InputStream bytes = content.open();
                OutputStream copy = Files.newOutputStream(kept(entry.path()))) {
            byte[] piece = new byte[1 << 16];
            for (int read = bytes.read(piece); read >= 0; read = bytes.read(piece)) {
                copy.write(piece, 0, read);
            }
        }
    }

    /** Takes out what lower layers have below a path, and the path itself if wanted. */
    void hide(String path, boolean itself) {
        found.subMap(path + "/", path + "0").values().removeIf(one -> one.layer() < layer);
        if (itself) {
            found.computeIfPresent(path, (key, one) -> one.layer() < layer ? null : one);
        }
    }

    /** Tells whether there is a regular file of a path. */
    boolean hasFile(String path) {
        Found one = found.get(path);
        return one != null && one.entry().kind() == FileKind.FILE;
    }

    /** A text that was kept; empty where there is none. */
    String text(String path) {
        return hasFile(path) ? texts.getOrDefault(path, "") : "";
    }

    /** The texts that were kept, by path. */
    Map<String, String> texts() {
        Map<String, String> held = new TreeMap<>(texts);
        held.keySet().removeIf(path -> !hasFile(path));
        return held;
    }

    Inspection result(String format, Carrier carrier) throws IOException {
        return new RootResult(this).of(format, carrier);
    }

    NavigableMap<String, Found> found() {
        return found;
    }

    List<String> remarks() {
        return remarks.all();
    }

    Path kept(String path) {
        return temporary.resolve(path);
    }

    /** The database that a file belongs to: itself, or the one whose journal it is. */
    private static String databaseOf(String path) {
        return path.replaceFirst("-(wal|shm|journal)$", "");
    }

    @Override
    public void close() throws IOException {
        TemporaryFolder.delete(temporary);
    }
}
