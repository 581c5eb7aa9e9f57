package dev.milliner.distro;

import dev.milliner.source.SourceTree;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Parsed files by path and content; of each file the latest few contents are kept. */
final class FileCache {
    private static final int CONTENTS_PER_FILE = 4;

    private final Map<String, Deque<ParsedFile>> configurations = new ConcurrentHashMap<>();
    private final Map<String, Deque<ParsedFile>> overlays = new ConcurrentHashMap<>();

    private interface Reading {
        ParsedFile read(String name, String path, String text);
    }

    private interface Again {
        Optional<ParsedFile> read(ParsedFile before, String text);
    }

    /** A configuration file of a tree, or empty where it cannot be read. */
    Optional<ParsedFile> configuration(SourceTree tree, String path) {
        return find(configurations, tree, path, ParsedFile::configuration, Reread::of);
    }

    /** An overlay file of a tree, or empty where it cannot be read. */
    Optional<ParsedFile> overlays(SourceTree tree, String path) {
        return find(overlays, tree, path, ParsedFile::overlays, (before, text) -> Optional.empty());
    }

    private static Optional<ParsedFile> find(
            Map<String, Deque<ParsedFile>> cache, SourceTree tree, String path, Reading reading, Again again) {
        return tree.read(path).map(text -> {
            Deque<ParsedFile> known = cache.computeIfAbsent(tree.absolute(path), key -> new ArrayDeque<>());
            ParsedFile before;
            synchronized (known) {
                for (ParsedFile file : known) {
                    if (file.text().equals(text)) {
                        return file;
                    }
                }
                before = known.peekFirst();
            }
            ParsedFile file = Optional.ofNullable(before)
                    .flatMap(latest -> again.read(latest, text))
                    .orElseGet(() -> reading.read(tree.relative(path), tree.absolute(path), text));
            synchronized (known) {
                known.addFirst(file);
                if (known.size() > CONTENTS_PER_FILE) {
                    known.removeLast();
                }
            }
            return file;
        });
    }
}
