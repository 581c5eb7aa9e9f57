package dev.milliner.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One edit of a text, and what it does to ranges of that text.
 *
 * @param removed the stretch that went, in the text before
 * @param inserted the stretch that came, in the text after; it begins where the other does
 * @param removedText the text that went
 * @param insertedText the text that came
 * @param parts where as many lines came as went, what was edited in each of them, so that ranges between stay; else empty
 */
public record TextEdit(
        TextRange removed, TextRange inserted, String removedText, String insertedText, List<TextEdit> parts) {
    /**
     * An edit at a place.
     *
     * @param line the line in which it begins, from 1
     * @param column the column at which it begins, from 1
     * @param removed the text that went, lines ended by line feeds
     * @param inserted the text that came, lines ended by line feeds
     */
    public static TextEdit at(int line, int column, String removed, String inserted) {
        return of(line, column, removed, inserted, parts(line, column, lines(removed), lines(inserted)));
    }

    private static TextEdit of(int line, int column, String removed, String inserted, List<TextEdit> parts) {
        return new TextEdit(stretch(line, column, removed), stretch(line, column, inserted), removed, inserted, parts);
    }

    private static String[] lines(String text) {
        return text.split("\n", -1);
    }

    private static List<TextEdit> parts(int line, int column, String[] before, String[] after) {
        List<TextEdit> parts = new ArrayList<>();
        for (int i = 0; before.length > 1 && before.length == after.length && i < before.length; i++) {
            if (!before[i].equals(after[i])) {
                parts.add(part(line + i, i == 0 ? column : 1, before[i], after[i]));
            }
        }
        return List.copyOf(parts);
    }

    /** What differs between two lines, from the first to the last letter that does. */
    private static TextEdit part(int line, int column, String before, String after) {
        int shortest = Math.min(before.length(), after.length());
        int start = 0;
        while (start < shortest && before.charAt(start) == after.charAt(start)) {
            start++;
        }
        int tail = 0;
        while (tail < shortest - start
                && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
            tail++;
        }
        return of(
                line,
                column + start,
                before.substring(start, before.length() - tail),
                after.substring(start, after.length() - tail),
                List.of());
    }

    private static TextRange stretch(int line, int column, String text) {
        int lastBreak = text.lastIndexOf('\n');
        int breaks = (int) text.chars().filter(c -> c == '\n').count();
        int endColumn = breaks == 0 ? column + text.length() : text.length() - lastBreak;
        return new TextRange(line, column, line + breaks, endColumn);
    }

    /** The edit that takes this one back. */
    public TextEdit inverse() {
        return new TextEdit(
                inserted,
                removed,
                insertedText,
                removedText,
                parts.stream().map(TextEdit::inverse).toList());
    }

    /** The line in which it begins, from 1. */
    public int line() {
        return removed.line();
    }

    /** How many line breaks went. */
    public int removedBreaks() {
        return removed.endLine() - removed.line();
    }

    /** How many line breaks came. */
    public int insertedBreaks() {
        return inserted.endLine() - inserted.line();
    }

    /**
     * Where a range of the text before is in the text after. What is typed at either end of a range does not become part
     * of it; a range whose whole text went is gone.
     */
    public Optional<TextRange> moved(TextRange range) {
        if (parts.isEmpty()) {
            return movedAsOne(range);
        }
        Optional<TextRange> moved = Optional.of(range);
        for (TextEdit part : parts) {
            moved = moved.flatMap(part::movedAsOne);
        }
        return moved;
    }

    private Optional<TextRange> movedAsOne(TextRange range) {
        Position start = new Position(range.line(), range.column());
        Position end = new Position(range.endLine(), range.endColumn());
        if (isGone(start, end)) {
            return Optional.empty();
        }
        Position from = movedStart(start);
        Position to = start.equals(end) ? from : movedEnd(end);
        return Optional.of(new TextRange(from.line, from.column, to.line, to.column));
    }

    private boolean isGone(Position start, Position end) {
        if (start.equals(end)) {
            return start.isAfter(first()) && last().isAfter(start);
        }
        return !first().isAfter(start) && !end.isAfter(last());
    }

    private Position movedStart(Position start) {
        if (first().isAfter(start) || (start.equals(first()) && !first().equals(last()))) {
            return start;
        }
        return last().isAfter(start) ? shifted(last()) : shifted(start);
    }

    private Position movedEnd(Position end) {
        if (!end.isAfter(first())) {
            return end;
        }
        return last().isAfter(end) ? first() : shifted(end);
    }

    /** Where something behind the removed stretch went. */
    private Position shifted(Position position) {
        int column = position.line == removed.endLine()
                ? position.column - removed.endColumn() + inserted.endColumn()
                : position.column;
        return new Position(position.line - removed.endLine() + inserted.endLine(), column);
    }

    private Position first() {
        return new Position(removed.line(), removed.column());
    }

    private Position last() {
        return new Position(removed.endLine(), removed.endColumn());
    }

    private record Position(int line, int column) {
        boolean isAfter(Position other) {
            return line > other.line || (line == other.line && column > other.column);
        }
    }
}
