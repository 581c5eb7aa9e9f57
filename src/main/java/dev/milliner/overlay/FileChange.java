package dev.milliner.overlay;

import dev.milliner.spec.Spec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.eclipse.jgit.diff.RawText;

/**
 * What became of one file.
 *
 * @param file its path
 * @param before the file before; empty where it is new
 * @param after the file after; empty where it is gone
 * @param hunks the lines that differ
 */
public record FileChange(String file, Optional<SourceFile> before, Optional<SourceFile> after, List<Hunk> hunks) {
    private static final SourceFile NOTHING = SourceFile.of("");

    /** The files that differ between two states of the sources, by path. */
    public static List<FileChange> between(Sources before, Sources after) {
        TreeSet<String> paths = new TreeSet<>(before.files().keySet());
        paths.addAll(after.files().keySet());
        List<FileChange> changes = new ArrayList<>();
        for (String path : paths) {
            Optional<SourceFile> old = before.file(path);
            Optional<SourceFile> now = after.file(path);
            if (!old.equals(now)) {
                changes.add(of(path, old, now));
            }
        }
        return changes;
    }

    /** What became of one file, which may not have changed at all. */
    public static FileChange of(String path, Optional<SourceFile> before, Optional<SourceFile> after) {
        return new FileChange(path, before, after, after.orElse(NOTHING).since(before.orElse(NOTHING)));
    }

    /** How many lines it gained. */
    public int added() {
        return hunks.stream().mapToInt(Hunk::added).sum();
    }

    /** How many lines it lost. */
    public int removed() {
        return hunks.stream().mapToInt(Hunk::removed).sum();
    }

    /** The lines that a hunk removed. */
    public List<String> removedLines(Hunk hunk) {
        return lines(before, hunk.beforeStart(), hunk.beforeEnd());
    }

    /** The lines that a hunk added. */
    public List<String> addedLines(Hunk hunk) {
        return lines(after, hunk.afterStart(), hunk.afterEnd());
    }

    private static List<String> lines(Optional<SourceFile> file, int from, int to) {
        Optional<Spec> known = file.flatMap(SourceFile::lines);
        if (known.isPresent()) {
            return known.get().lines().subList(from, to);
        }
        RawText text = new RawText(file.orElse(NOTHING).bytes());
        return IntStream.range(from, to).mapToObj(text::getString).toList();
    }

    /** Tells whether the file is new. */
    public boolean isNew() {
        return before.isEmpty();
    }

    /** Tells whether the file is gone. */
    public boolean isGone() {
        return after.isEmpty();
    }
}
