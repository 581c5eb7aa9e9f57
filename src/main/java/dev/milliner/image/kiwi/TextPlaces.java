package dev.milliner.image.kiwi;

import dev.milliner.text.Place;
import dev.milliner.text.TextRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Turns offsets of a text into places, and lines with columns into offsets. */
final class TextPlaces {
    private final String file;
    private final int length;
    private final List<Integer> lineStarts = new ArrayList<>(List.of(0));

    TextPlaces(String text, String file) {
        this.file = file;
        this.length = text.length();
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
            lineStarts.add(end + 1);
        }
    }

    /**
     * Where a line and a column, both from 1, are in the text; the nearest there is for what it has not.
     */
    int offset(int line, int column) {
        int start = lineStarts.get(Math.clamp(line - 1L, 0, lineStarts.size() - 1));
        return (int) Math.clamp(start + column - 1L, 0, length);
    }

    /** The place of a stretch, both ends from 0. */
    Place of(int start, int end) {
        int line = line(start);
        int endLine = line(end);
        return new Place(
                file,
                new TextRange(
                        line + 1, start - lineStarts.get(line) + 1, endLine + 1, end - lineStarts.get(endLine) + 1));
    }

    private int line(int offset) {
        int found = Collections.binarySearch(lineStarts, offset);
        return found >= 0 ? found : -found - 2;
    }
}
