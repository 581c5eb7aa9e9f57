package dev.milliner.search;

import dev.milliner.text.Place;
import dev.milliner.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/**
 * Where something was found in one file.
 *
 * @param file the file, relative to the tree's root
 * @param hits the places, from top to bottom
 */
public record FileHits(String file, List<Hit> hits) {
    /**
     * A place.
     *
     * @param place what was found
     * @param line the whole line that it begins in
     * @param from where it begins in that line
     * @param to where it ends in that line
     */
    public record Hit(Place place, String line, int from, int to) {}

    /** The matches of a text with the lines that they stand in. */
    static FileHits of(String file, String text, List<TextSearch.Match> matches) {
        List<Hit> hits = new ArrayList<>();
        int line = 1;
        int start = 0;
        for (TextSearch.Match match : matches) {
            for (int feed = text.indexOf('\n', start); feed >= 0 && feed < match.start(); ) {
                line++;
                start = feed + 1;
                feed = text.indexOf('\n', start);
            }
            int feed = text.indexOf('\n', start);
            int end = feed < 0 ? text.length() : feed;
            int from = match.start() - start;
            int to = Math.min(match.end(), end) - start;
            TextRange range = new TextRange(line, from + 1, line, to + 1);
            hits.add(new Hit(new Place(file, range), text.substring(start, end), from, to));
        }
        return new FileHits(file, List.copyOf(hits));
    }
}
