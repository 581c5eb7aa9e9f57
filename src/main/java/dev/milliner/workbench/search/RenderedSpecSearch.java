package dev.milliner.workbench.search;

import dev.milliner.distro.Distro;
import dev.milliner.search.FileHits;
import dev.milliner.search.SpecSearch;
import dev.milliner.search.TextSearch;
import dev.milliner.workbench.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Finds text in rendered specs for quick search: a few lines of each, and no more than it has room for. */
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
    static List<Hit> find(SpecSearch specs, Distro distro, String typed, int most, BooleanSupplier wanted) {
        List<Hit> hits = new ArrayList<>();
        String text = typed.strip();
        if (text.length() >= QuickSearch.SHORTEST_TEXT) {
            specs.find(
                    distro,
                    new TextSearch(text, false, false),
                    () -> hits.size() < most && wanted.getAsBoolean(),
                    file -> file.hits().stream()
                            .limit(Math.min(MOST_OF_ONE, most - hits.size()))
                            .map(RenderedSpecSearch::hit)
                            .forEach(hits::add));
        }
        return hits;
    }

    private static Hit hit(FileHits.Hit found) {
        String where = found.place().file() + ":" + found.place().range().line();
        return new Hit(
                Wording.of("search.rendered-spec-search.rendered-spec"),
                found.line().strip(),
                where,
                found.place(),
                "");
    }
}
