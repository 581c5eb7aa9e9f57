package dev.milliner.review;

import dev.milliner.source.BufferTree;
import dev.milliner.source.ChangedFile;
import dev.milliner.source.SourceTree;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A tree with some of its changes taken back. */
final class TakenBack {
    private TakenBack() {}

    /** The tree after, with some files as they were before. */
    static SourceTree of(Collection<ChangedFile> files, SourceTree before, SourceTree after) {
        Map<String, String> texts = new HashMap<>();
        Set<String> gone = new TreeSet<>();
        for (ChangedFile file : files) {
            String was = file.from().orElse(file.path());
            before.read(was).ifPresent(text -> texts.put(was, text));
            if (!texts.containsKey(file.path())) {
                gone.add(file.path());
            }
        }
        return new BufferTree(after, texts, gone);
    }
}
