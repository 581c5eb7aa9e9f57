package dev.milliner.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/**
 * Edits of one file.
 *
 * @param path the file, relative to the tree's root
 * @param version the version of the document they are for; empty where the file was read from the tree
 * @param before the text they are for; where the file has another by now, they no longer fit
 * @param edits from the text's start to its end, none over another
 */
public record FileEdit(String path, OptionalInt version, String before, List<Replacement> edits) {
    /** Puts the edits in order. */
    public FileEdit {
        edits = edits.stream()
                .sorted(Comparator.comparingInt(
                        (Replacement edit) -> edit.span().start()))
                .toList();
    }

    /** Edits of an open document. */
    public static FileEdit of(Document document, List<Replacement> edits) {
        return new FileEdit(document.path(), OptionalInt.of(document.version()), document.text(), edits);
    }

    /** The text with all edits made. */
    public String after() {
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (Replacement edit : edits) {
            text.append(before, at, edit.span().start()).append(edit.text());
            at = edit.span().end();
        }
        return text.append(before, at, before.length()).toString();
    }

    /** The edits that take these back, where the file has a name that may be another by then. */
    FileEdit inverse(String name) {
        List<Replacement> back = new ArrayList<>();
        int shift = 0;
        for (Replacement edit : edits) {
            int start = edit.span().start() + shift;
            String gone = before.substring(edit.span().start(), edit.span().end());
            back.add(new Replacement(new Span(start, start + edit.text().length()), gone));
            shift += edit.text().length() - gone.length();
        }
        return new FileEdit(name, OptionalInt.empty(), after(), back);
    }
}
