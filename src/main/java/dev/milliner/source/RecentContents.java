package dev.milliner.source;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The contents that were read last, as many as are asked for again and again while somebody types. Safe for several threads. */
final class RecentContents {
    private static final int MOST = 64;
    private static final float LOAD = 0.75f;

    private final Map<String, FileContent> recent = new LinkedHashMap<>(MOST, LOAD, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, FileContent> eldest) {
            return size() > MOST;
        }
    };

    synchronized Optional<FileContent> find(String file) {
        return Optional.ofNullable(recent.get(file));
    }

    synchronized FileContent keep(String file, FileContent content) {
        recent.put(file, content);
        return content;
    }
}
