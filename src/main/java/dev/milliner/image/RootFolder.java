package dev.milliner.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A folder that is a root. Files that may not be read count with their size alone. */
final class RootFolder extends SimpleFileVisitor<Path> {
    private static final String FACTS = "unix:mode,uid,gid,nlink,ino,dev";

    private final Path root;
    private final RootReading reading;
    private final Map<String, String> shared = new HashMap<>();

    private RootFolder(Path root, RootReading reading) {
        this.root = root;
        this.reading = reading;
    }

    static Inspection inspect(Path root) throws IOException {
        try (RootReading reading = new RootReading()) {
            Files.walkFileTree(root, new RootFolder(root, reading));
            return reading.result("folder", new Carrier.Plain());
        }
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
        add(folder, attributes);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        add(file, attributes);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
        reading.remark("/" + root.relativize(file) + " cannot be read.");
        return FileVisitResult.CONTINUE;
    }

    private void add(Path file, BasicFileAttributes attributes) throws IOException {
        String path = root.relativize(file).toString();
        Map<String, Object> facts = Files.readAttributes(file, FACTS, LinkOption.NOFOLLOW_LINKS);
        int mode = number(facts, "mode");
        boolean several = attributes.isRegularFile() && number(facts, "nlink") > 1;
        String known = several ? shared.putIfAbsent(facts.get("dev") + ":" + facts.get("ino"), path) : null;
        FileKind kind = known == null ? FileKind.of(mode) : FileKind.HARD_LINK;
        reading.entry(
                new RootEntry(
                        path,
                        kind,
                        attributes.size(),
                        mode,
                        String.valueOf(facts.get("uid")),
                        String.valueOf(facts.get("gid")),
                        target(file, kind, known)),
                () -> content(file, path));
    }

    private static String target(Path file, FileKind kind, @Nullable String known) throws IOException {
        if (known != null) {
            return known;
        }
        return kind == FileKind.LINK ? Files.readSymbolicLink(file).toString() : "";
    }

    private static int number(Map<String, Object> facts, String name) {
        return facts.get(name) instanceof Number number ? number.intValue() : 0;
    }

    private InputStream content(Path file, String path) throws IOException {
        if (!Files.isReadable(file)) {
            reading.remark("/" + path + " may not be read; only its size counts.");
            return InputStream.nullInputStream();
        }
        return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
    }
}
