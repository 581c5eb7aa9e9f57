package dev.milliner.image;

import dev.milliner.text.TextRange;
import java.util.List;
import java.util.Optional;

/**
 * A change of a description's text that touches only the line it must.
 *
 * @param start where it starts, in UTF-16 units from the text's start
 * @param end where what it replaces ends
 * @param replacement what stands there afterwards
 */
public record KiwiEdit(int start, int end, String replacement) {
    private static final String CLOSING = "</package>";

    /**
     * Takes a line of a packages section out: its whole line where nothing else stands there.
     *
     * @param text the description as it is now
     * @param item the line as the reader found it in the very same text
     * @return empty where the text is not the one that was read
     */
    public static Optional<KiwiEdit> removal(String text, KiwiItem item) {
        TextRange range = item.place().range();
        int end = range.endIn(text);
        int start = end <= 0 ? -1 : text.lastIndexOf('<', end - 1);
        if (start < 0 || !names(text.substring(start, end), item.name())) {
            return Optional.empty();
        }
        if (text.charAt(end - 2) != '/') {
            int closed = text.indexOf(CLOSING, end);
            if (closed < 0) {
                return Optional.empty();
            }
            end = closed + CLOSING.length();
        }
        return Optional.of(wholeLine(text, start, end));
    }

    private static boolean names(String tag, String name) {
        return tag.contains("\"" + name + "\"") || tag.contains("'" + name + "'");
    }

    private static KiwiEdit wholeLine(String text, int start, int end) {
        int lineStart = text.lastIndexOf('\n', start - 1) + 1;
        int newline = text.indexOf('\n', end);
        int lineEnd = newline < 0 ? text.length() : newline + 1;
        boolean alone = text.substring(lineStart, start).isBlank()
                && text.substring(end, lineEnd).isBlank();
        return alone ? new KiwiEdit(lineStart, lineEnd, "") : new KiwiEdit(start, end, "");
    }

    /**
     * Adds a package below the last one of the section that takes the image's packages.
     *
     * @param text the description as it is now
     * @param selection what was read of the very same text
     * @param path the description's path in its tree
     * @param name the package
     * @return empty where the description itself has no section with a package to add it below
     */
    public static Optional<KiwiEdit> addition(String text, KiwiSelection selection, String path, String name) {
        List<KiwiItem> asked = selection.items(Phase.IMAGE, KiwiItem.Kind.PACKAGE).stream()
                .filter(item -> item.place().file().equals(path))
                .toList();
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        TextRange last = asked.getLast().place().range();
        int lineStart = new TextRange(last.endLine(), 1, last.endLine(), 1).startIn(text);
        int newline = lineStart < 0 ? -1 : text.indexOf('\n', lineStart);
        if (newline < 0) {
            return Optional.empty();
        }
        String line = text.substring(lineStart, newline);
        String indent = line.substring(0, line.length() - line.stripLeading().length());
        String space = line.contains("\" />") ? " " : "";
        String ending = line.endsWith("\r") ? "\r\n" : "\n";
        return Optional.of(new KiwiEdit(
                newline + 1, newline + 1, indent + "<package name=\"" + name + "\"" + space + "/>" + ending));
    }

    /** The text after the change. */
    public String applyTo(String text) {
        return text.substring(0, start) + replacement + text.substring(end);
    }
}
