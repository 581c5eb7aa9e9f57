package dev.milliner.image;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * A line of what {@code unsquashfs -pf} writes: a path, what it is, and for a file where its content stands behind all lines.
 *
 * @param entry the path and what it is
 * @param offset of a file's content, in bytes; 0 of what is no file
 */
record SquashEntry(RootEntry entry, long offset) {
    /** Its fields as they stand in the line, the path without what escapes blanks in it. */
    private record Fields(String path, List<String> words, String rest) {}

    /**
     * Reads a line.
     *
     * @return null where it says nothing of a path, as of extended attributes
     * @throws IOException when it is no such line, as where a name has a line break
     */
    static @org.jspecify.annotations.Nullable SquashEntry of(String line) throws IOException {
        Fields fields = fields(line);
        List<String> words = fields.words();
        try {
            return switch (words.get(0).toUpperCase(Locale.ROOT)) {
                case "X" -> null;
                case "L" ->
                    new SquashEntry(
                            new RootEntry(fields.path(), FileKind.HARD_LINK, 0, 0, "", "", plain(fields.rest())), 0);
                case "D" -> entry(fields, FileKind.FOLDER, 0, "", 0);
                case "S" -> entry(fields, FileKind.LINK, 0, fields.rest().split(" ", 5)[4], 0);
                case "C" -> entry(fields, FileKind.CHARACTER_DEVICE, 0, "", 0);
                case "B" -> entry(fields, FileKind.BLOCK_DEVICE, 0, "", 0);
                case "I" -> entry(fields, words.get(5).equals("f") ? FileKind.PIPE : FileKind.SOCKET, 0, "", 0);
                case "R" ->
                    entry(fields, FileKind.FILE, Long.parseLong(words.get(5)), "", Long.parseLong(words.get(6)));
                default -> throw unknown();
            };
        } catch (IndexOutOfBoundsException | NumberFormatException broken) {
            throw unknown();
        }
    }

    private static IOException unknown() {
        return new IOException("a name in it has a line break, or unsquashfs lists it in a way that is not known");
    }

    private static SquashEntry entry(Fields fields, FileKind kind, long size, String target, long offset) {
        List<String> words = fields.words();
        int mode = Integer.parseInt(words.get(2), 8);
        return new SquashEntry(
                new RootEntry(fields.path(), kind, size, mode, words.get(3), words.get(4), target), offset);
    }

    /** A path ends at the first blank that no backslash stands before. */
    private static Fields fields(String line) throws IOException {
        int end = 0;
        while (end < line.length() && line.charAt(end) != ' ') {
            end += line.charAt(end) == '\\' ? 2 : 1;
        }
        if (end == 0 || end >= line.length()) {
            throw unknown();
        }
        String rest = line.substring(end + 1);
        int blank = rest.indexOf(' ');
        return new Fields(
                plain(line.substring(0, end)),
                List.of(rest.split(" ", -1)),
                blank < 0 ? "" : rest.substring(blank + 1));
    }

    private static String plain(String written) {
        return written.replaceAll("\\\\(.)", "$1");
    }
}
