package dev.milliner.refactor;

import dev.milliner.language.TextLines;
import dev.milliner.language.TomlHeader;
import dev.milliner.text.LineLexer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A TOML text by its tables with what belongs to each: the comments on it, its lines, the blank lines below. */
final class TomlFile {
    /** Such a comment is about all that follows, wherever it stands. */
    private static final Pattern ASKS_FOR_ORDER = Pattern.compile("(?i)\\b(sort|alphabet)");

    private final TextLines lines;
    private final List<TomlBlock> blocks = new ArrayList<>();

    TomlFile(String text) {
        lines = TextLines.of(text);
        List<Integer> headers = new ArrayList<>();
        for (int line = 0; line < lines.count(); line++) {
            if (lines.isHeader(line)) {
                headers.add(line);
            }
        }
        int next = end();
        for (int header : headers.reversed()) {
            int first = commentAbove(header);
            TomlHeader read = TomlHeader.of(lines, header);
            blocks.addFirst(new TomlBlock(read.path(), read.list(), first, header, content(header, next), next));
            next = first;
        }
    }

    /** The line behind the last; a line feed at the end begins none. */
    int end() {
        int last = lines.count() - 1;
        return lines.line(last).isEmpty() ? last : last + 1;
    }

    TextLines lines() {
        return lines;
    }

    String text() {
        return lines.text();
    }

    /** Its tables from top to bottom. */
    List<TomlBlock> blocks() {
        return List.copyOf(blocks);
    }

    /** The line that the first table begins with. */
    int preamble() {
        return blocks.isEmpty() ? end() : blocks.getFirst().first();
    }

    /** The text of lines, each with its line feed. */
    String lines(int from, int to) {
        String cut = text().substring(offset(from), offset(to));
        return cut.isEmpty() || cut.endsWith("\n") ? cut : cut + lineEnd();
    }

    /** Where a line starts; the text's end behind the last. */
    int offset(int line) {
        return line < lines.count() ? lines.start(line) : text().length();
    }

    /** How its lines end. */
    String lineEnd() {
        int feed = text().indexOf('\n');
        return feed > 0 && text().charAt(feed - 1) == '\r' ? "\r\n" : "\n";
    }

    boolean isBlank(int line) {
        return lines.line(line).isBlank();
    }

    boolean isComment(int line) {
        return lines.state(line) == LineLexer.START
                && lines.line(line).stripLeading().startsWith("#");
    }

    /** The first of the comment lines that stand on a line without a blank one between. */
    int commentAbove(int line) {
        int first = line;
        while (first > 0 && isComment(first - 1)) {
            first--;
        }
        for (int at = first; at < line; at++) {
            if (asksForOrder(at)) {
                return line;
            }
        }
        return first;
    }

    /** Tells whether a comment asks that what follows is kept in order. */
    boolean asksForOrder(int line) {
        return isComment(line) && asksForOrder(lines.line(line));
    }

    /** Tells whether the words of a comment ask for an order. */
    static boolean asksForOrder(String comment) {
        return ASKS_FOR_ORDER.matcher(comment).find();
    }

    /** Behind the last line that says something, or that stands on such a line without a blank one between. */
    private int content(int header, int next) {
        int content = header + 1;
        boolean open = true;
        for (int line = header + 1; line < next; line++) {
            boolean inValue = lines.state(line) != LineLexer.START;
            if (inValue || (!isBlank(line) && !isComment(line))) {
                content = line + 1;
                open = true;
            } else if (isBlank(line)) {
                open = false;
            } else if (open) {
                content = line + 1;
            }
        }
        return content;
    }

    /** The text with more lines put in before a line, which end as the file's do. */
    String with(int line, String added) {
        String head = text().substring(0, offset(line));
        String open = head.isEmpty() || head.endsWith("\n") ? "" : lineEnd();
        return head + open + added.replace("\n", lineEnd()) + text().substring(offset(line));
    }
}
