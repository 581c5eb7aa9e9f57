package dev.milliner.build.history;

import dev.milliner.build.history.FileList.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A file in which two images differ.
 *
 * @param path absolute in the image
 * @param what in words, such as {@code added} or {@code content, mode 644 → 755}
 * @param growth in bytes
 */
public record FileChange(String path, String what, long growth) {
    /** In what two images differ, by path. A file whose content could not be read in both counts by its size. */
    public static List<FileChange> between(FileList before, FileList after) {
        Map<String, Entry> old = byPath(before);
        Map<String, Entry> now = byPath(after);
        List<FileChange> changes = new ArrayList<>();
        Map<String, Entry> all = new TreeMap<>(old);
        all.putAll(now);
        for (String path : all.keySet()) {
            Entry first = old.get(path);
            Entry second = now.get(path);
            if (first == null && second != null) {
                changes.add(new FileChange(path, "added", second.size()));
            } else if (first != null && second == null) {
                changes.add(new FileChange(path, "removed", -first.size()));
            } else if (first != null && second != null && !first.equals(second)) {
                changes.add(new FileChange(path, what(first, second), second.size() - first.size()));
            }
        }
        return changes.stream().filter(change -> !change.what().isEmpty()).toList();
    }

    private static Map<String, Entry> byPath(FileList list) {
        return list.files().stream().collect(Collectors.toMap(Entry::path, Function.identity(), (one, other) -> one));
    }

    private static String what(Entry before, Entry after) {
        List<String> what = new ArrayList<>();
        add(what, "", before.kind().label(), after.kind().label());
        add(what, "mode ", Integer.toOctalString(before.mode()), Integer.toOctalString(after.mode()));
        add(what, "owner ", before.owner(), after.owner());
        add(what, "to ", before.target(), after.target());
        boolean known = !before.digest().isEmpty() && !after.digest().isEmpty();
        if (before.size() != after.size() || (known && !before.digest().equals(after.digest()))) {
            what.addFirst("content");
        }
        return String.join(", ", what);
    }

    private static void add(List<String> what, String name, String before, String after) {
        if (!Objects.equals(before, after)) {
            what.add(name + before + " → " + after);
        }
    }
}
