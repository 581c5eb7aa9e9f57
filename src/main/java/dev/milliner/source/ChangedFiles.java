package dev.milliner.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/** Which files two states of a tree have differently, told by git's hashes of them. */
public final class ChangedFiles {
    private ChangedFiles() {}

    /**
     * The files that a commit and another state of its tree have differently. What git ignores is left out.
     *
     * @param before the commit
     * @param after another commit, or the work tree of the same repository, as it is or with texts laid over it
     * @param laid the files whose texts are laid over the work tree or taken away, relative to the root
     * @return them by path
     * @throws IOException where the work tree or git's index can't be read
     */
    public static List<ChangedFile> between(CommitTree before, SourceTree after, Set<String> laid) throws IOException {
        return after instanceof CommitTree commit
                ? between(before.names(), commit.names())
                : between(before, after, laid, WorkTreeState.of(before, new DiskHashes()));
    }

    /**
     * The same of the work tree, as it was looked at before.
     *
     * @param disk what the disk has otherwise than the commit
     */
    public static List<ChangedFile> between(CommitTree before, SourceTree after, Set<String> laid, WorkTreeState disk) {
        NavigableMap<String, ObjectId> now = disk.changed();
        NavigableMap<String, ObjectId> then = new TreeMap<>();
        now.keySet().forEach(path -> put(then, path, before.names().get(path)));
        now.values().removeIf(ObjectId.zeroId()::equals);
        for (String path : laid) {
            then.remove(path);
            now.remove(path);
            put(then, path, before.names().get(path));
            if (after.content(path) instanceof FileContent.Text text) {
                now.put(
                        path,
                        before.read(path).filter(text.text()::equals).isPresent()
                                ? before.names().get(path)
                                : WorkTreeFiles.hash(text.text()));
            }
        }
        return between(then, now);
    }

    private static void put(Map<String, ObjectId> into, String path, @Nullable ObjectId id) {
        if (id != null) {
            into.put(path, id);
        }
    }

    private static List<ChangedFile> between(Map<String, ObjectId> before, Map<String, ObjectId> after) {
        Map<String, ObjectId> gone = new TreeMap<>();
        Map<ObjectId, List<String>> added = new HashMap<>();
        List<ChangedFile> found = new ArrayList<>();
        before.forEach((path, id) -> {
            ObjectId now = after.get(path);
            if (now == null) {
                gone.put(path, id);
            } else if (!now.equals(id)) {
                found.add(ChangedFile.of(path, ChangedFile.How.CHANGED, now.name()));
            }
        });
        after.forEach((path, id) -> {
            if (!before.containsKey(path)) {
                added.computeIfAbsent(id, same -> new ArrayList<>()).add(path);
            }
        });
        for (Map.Entry<String, ObjectId> one : gone.entrySet()) {
            String path = one.getKey();
            List<String> same = added.getOrDefault(one.getValue(), Collections.emptyList());
            if (same.isEmpty()) {
                found.add(ChangedFile.of(path, ChangedFile.How.REMOVED, ""));
            } else {
                String content = one.getValue().name();
                found.add(new ChangedFile(same.removeFirst(), ChangedFile.How.MOVED, Optional.of(path), content));
            }
        }
        added.forEach((id, paths) ->
                paths.forEach(path -> found.add(ChangedFile.of(path, ChangedFile.How.ADDED, id.name()))));
        found.sort(Comparator.comparing(ChangedFile::path));
        return List.copyOf(found);
    }
}
