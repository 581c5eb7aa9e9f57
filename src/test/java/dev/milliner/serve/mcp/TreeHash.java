package dev.milliner.serve.mcp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a folder holds: each file's content, mode and time, and each folder's. */
final class TreeHash {
    private TreeHash() {}

    static Map<String, String> of(Path root) throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.toList()) {
                String content = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                        ? new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1)
                        : Files.isSymbolicLink(file)
                                ? Files.readSymbolicLink(file).toString()
                                : "";
                all.put(
                        root.relativize(file).toString(),
                        Files.getAttribute(file, "unix:mode", LinkOption.NOFOLLOW_LINKS) + " "
                                + Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                                + " "
                                + content.hashCode());
            }
        }
        return all;
    }
}
