package dev.milliner.workbench.search;

import dev.milliner.text.Place;
import dev.milliner.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/** The lines of a text that say something. */
final class FoundLines {
    private FoundLines() {}

    /**
     * Finds lines, in either case.
     *
     * @param kind what a hit is called
     * @param file where the text lies
     * @param wanted what they say
     * @param most how many to find
     */
    static List<Hit> of(String kind, String file, String text, String wanted, int most) {
        List<Hit> hits = new ArrayList<>();
        int line = 1;
        int at = 0;
        while (at < text.length() && hits.size() < most) {
            int end = text.indexOf('\n', at);
            int stop = end < 0 ? text.length() : end;
            int found = indexIn(text, wanted, at, stop);
            if (found >= 0) {
                Place place = new Place(file, new TextRange(line, found - at + 1, line, found - at + 1));
                hits.add(new Hit(kind, text.substring(at, stop).strip(), file + ":" + line, place, ""));
            }
            at = stop + 1;
            line++;
        }
        return hits;
    }

    private static int indexIn(String text, String wanted, int from, int to) {
        for (int i = from; i + wanted.length() <= to; i++) {
            if (text.regionMatches(true, i, wanted, 0, wanted.length())) {
                return i;
            }
        }
        return -1;
    }
}
