package dev.milliner.overlay.derive;

import dev.milliner.overlay.FileChange;
import dev.milliner.overlay.SourceFile;
import dev.milliner.overlay.Sources;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.merge.ContentMergeStrategy;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeChunk;
import org.eclipse.jgit.merge.MergeFormatter;
import org.eclipse.jgit.merge.MergeResult;

/**
 * What was done to some sources, done to others, by git's merge of three texts.
 *
 * @param merged the others with it
 * @param conflicts where it does not fit, in words; there the others stay as they are
 */
public record ThreeWay(Sources merged, List<String> conflicts) {
    /**
     * Brings a change to other sources.
     *
     * @param base the sources that were changed
     * @param changed what they were changed to
     * @param others the sources that are to have the change too
     */
    public static ThreeWay of(Sources base, Sources changed, Sources others) {
        Sources merged = others;
        List<String> conflicts = new ArrayList<>();
        for (FileChange change : FileChange.between(base, changed)) {
            Optional<SourceFile> there = others.file(change.file());
            if (there.equals(change.after())) {
                continue;
            }
            if (there.equals(change.before())) {
                merged = put(merged, change.file(), change.after());
            } else if (there.isPresent() && !change.isNew() && !change.isGone()) {
                merged = merged.with(change.file(), merged(change, there.get(), conflicts));
            } else {
                conflicts.add(change.file() + (there.isPresent() ? " is another there" : " is not there"));
            }
        }
        return new ThreeWay(merged, List.copyOf(conflicts));
    }

    private static Sources put(Sources sources, String path, Optional<SourceFile> file) {
        return file.isPresent() ? sources.with(path, file.get()) : sources.without(path);
    }

    private static SourceFile merged(FileChange change, SourceFile there, List<String> conflicts) {
        RawText base = new RawText(change.before().orElseThrow().bytes());
        RawText changed = new RawText(change.after().orElseThrow().bytes());
        RawText others = new RawText(there.bytes());
        for (MergeChunk chunk : new MergeAlgorithm().merge(RawTextComparator.DEFAULT, base, others, changed)) {
            // Of each conflict the first part is that of the others.
            if (chunk.getConflictState() == MergeChunk.ConflictState.FIRST_CONFLICTING_RANGE) {
                conflicts.add(change.file() + " says something else there in line " + (chunk.getBegin() + 1));
            }
        }
        MergeAlgorithm algorithm = new MergeAlgorithm();
        algorithm.setContentMergeStrategy(ContentMergeStrategy.OURS);
        return new SourceFile(written(algorithm.merge(RawTextComparator.DEFAULT, base, others, changed)), there.mode());
    }

    private static byte[] written(MergeResult<RawText> result) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new MergeFormatter().formatMerge(bytes, result, List.of("", "", ""), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
