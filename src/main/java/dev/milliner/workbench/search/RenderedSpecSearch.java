package dev.milliner.workbench.search;

import dev.milliner.distro.Component;
import dev.milliner.distro.Distro;
import dev.milliner.source.BoundedFile;
import dev.milliner.source.UnreadableFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/**
 * Finds text in rendered specs, as they lie on the disk. A distro has thousands, so nothing of them is kept in memory, and
 * the search ends as soon as something else is wanted.
 */
final class RenderedSpecSearch {
    /** One spec does not crowd out the others. */
    private static final int MOST_OF_ONE = 3;

    private RenderedSpecSearch() {}

    /**
     * Searches.
     *
     * @param typed what was typed; too short a text finds nothing
     * @param most how many lines to find
     * @param wanted whether the answer is still wanted; asked before each spec
     */
    static List<Hit> find(Distro distro, String typed, int most, BooleanSupplier wanted) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        List<Hit> hits = new ArrayList<>();
        if (text.length() < QuickSearch.SHORTEST_TEXT) {
            return hits;
        }
        for (Component component : distro.components().values()) {
            if (hits.size() >= most || !wanted.getAsBoolean()) {
                return hits;
            }
            String file = component.renderedSpec();
            hits.addAll(FoundLines.of(
                    "rendered spec", file, read(distro, file), text, Math.min(MOST_OF_ONE, most - hits.size())));
        }
        return hits;
    }

    /** Of what can't be read there is nothing to find; opening it tells why. */
    private static String read(Distro distro, String file) {
        try {
            return new String(
                    BoundedFile.read(distro.tree().root().resolve(file), BoundedFile.LARGEST_TEXT),
                    StandardCharsets.UTF_8);
        } catch (NoSuchFileException | UnreadableFileException none) {
            return "";
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }
}
