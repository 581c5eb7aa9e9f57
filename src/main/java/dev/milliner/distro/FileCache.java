package dev.milliner.distro;

import dev.milliner.source.SourceTree;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
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
            List<ParsedFile> latest;
            synchronized (known) {
                latest = List.copyOf(known);
            }
            Optional<ParsedFile> same =
                    latest.stream().filter(file -> file.text().equals(text)).findFirst();
            if (same.isPresent()) {
                return same.get();
            }
            // Not only the last one: reviews read other states of the file in between.
            ParsedFile file = latest.stream()
                    .map(before -> again.read(before, text))
                    .flatMap(Optional::stream)
                    .findFirst()
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
