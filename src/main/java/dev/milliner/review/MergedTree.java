package dev.milliner.review;

import dev.milliner.source.BufferTree;
import dev.milliner.source.ChangedFile;
import dev.milliner.source.SourceTree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.merge.ContentMergeStrategy;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeFormatter;
import org.eclipse.jgit.merge.MergeResult;

/**
 * A tree with what another line of history did to it. Where both changed the same lines ours stay: that both did so is told by values,
 * and the distro must still resolve.
 */
final class MergedTree {
    private final SourceTree base;
    private final SourceTree ours;
    private final SourceTree theirs;
    private final Map<String, String> texts = new HashMap<>();
    private final Set<String> gone = new HashSet<>();

    private MergedTree(SourceTree base, SourceTree ours, SourceTree theirs) {
        this.base = base;
        this.ours = ours;
        this.theirs = theirs;
    }

    /**
     * Merges.
     *
     * @param base the state at which the two parted
     * @param their the files that they have otherwise since
     */
    static SourceTree of(SourceTree base, SourceTree ours, SourceTree theirs, List<ChangedFile> their) {
        MergedTree merged = new MergedTree(base, ours, theirs);
        Set<String> paths = new TreeSet<>();
        for (ChangedFile file : their) {
            paths.add(file.path());
            file.from().ifPresent(paths::add);
        }
        paths.forEach(merged::bring);
        return new BufferTree(ours, merged.texts, merged.gone);
    }

    private void bring(String path) {
        Optional<String> then = base.read(path);
        Optional<String> here = ours.read(path);
        Optional<String> there = theirs.read(path);
        if (here.equals(there) || (there.equals(then) && !here.equals(then))) {
            return;
        }
        if (here.equals(then)) {
            there.ifPresentOrElse(text -> texts.put(path, text), () -> gone.add(path));
        } else if (here.isPresent() && there.isPresent()) {
            texts.put(path, merged(then.orElse(""), here.get(), there.get()));
        } else {
            there.ifPresent(text -> texts.put(path, text));
        }
    }

    private static String merged(String then, String here, String there) {
        MergeAlgorithm algorithm = new MergeAlgorithm();
        algorithm.setContentMergeStrategy(ContentMergeStrategy.OURS);
        MergeResult<RawText> result = algorithm.merge(RawTextComparator.DEFAULT, raw(then), raw(here), raw(there));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new MergeFormatter().formatMerge(bytes, result, List.of("", "", ""), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static RawText raw(String text) {
        return new RawText(text.getBytes(StandardCharsets.UTF_8));
    }
}
