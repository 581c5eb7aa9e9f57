package dev.milliner.workbench.editor;

import dev.milliner.language.Document;
import dev.milliner.text.Place;
import java.util.List;

/** The lines of places, as lists and cards show them. */
final class PlaceLines {
    private static final int BEHIND = 9;

    private PlaceLines() {}

    /** The line of each place, without what indents it. */
    static List<String> each(LanguageDesk.Known known, Document document, List<Place> places) {
        return places.stream()
                .map(place -> text(known, document, place.file())
                        .lines()
                        .skip(place.range().line() - 1L)
                        .findFirst()
                        .orElse("")
                        .strip())
                .toList();
    }

    /** The line of a place, with the one before and some behind it. */
    static String around(LanguageDesk.Known known, Document document, Place place) {
        List<String> lines = text(known, document, place.file())
                .lines()
                .skip(Math.max(0, place.range().line() - 2L))
                .limit(BEHIND + 1L)
                .toList();
        return String.join("\n", lines);
    }

    private static String text(LanguageDesk.Known known, Document document, String file) {
        return file.equals(document.path())
                ? document.text()
                : known.snapshot().distro().tree().read(file).orElse("");
    }
}
