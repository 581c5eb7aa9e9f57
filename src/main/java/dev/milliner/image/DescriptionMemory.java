package dev.milliner.image;

import dev.milliner.distro.Distro;
import dev.milliner.distro.Problem;
import dev.milliner.distro.ResolvedValue;
import dev.milliner.source.AskedTree;
import dev.milliner.text.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The problems of a tree's descriptions for those who ask with every edit: worked out anew only where an image is defined
 * otherwise, or a file that was read holds something else. Safe for several threads.
 */
public final class DescriptionMemory {
    private @Nullable Known known;

    /** What an image says, and where. */
    private record Defined(String name, Place place, List<ResolvedValue> values) {}

    private record Known(List<Defined> images, AskedTree tree, List<Problem> problems) {}

    /** As {@link DescriptionProblems#of(Distro)}. */
    public synchronized List<Problem> of(Distro distro) {
        List<Defined> images = distro.images().values().stream()
                .map(image -> new Defined(image.name(), image.place(), image.values()))
                .toList();
        Known last = known;
        if (last == null || !last.images().equals(images) || !last.tree().wasAnsweredAsBy(distro.tree())) {
            AskedTree tree = new AskedTree(distro.tree());
            last = new Known(images, tree, DescriptionProblems.of(distro, tree));
            known = last;
        }
        return last.problems();
    }
}
