package dev.milliner.refactor;

import dev.milliner.language.Span;
import dev.milliner.language.TextLines;
import dev.milliner.language.TomlQuotes;
import dev.milliner.toml.TomlArray;
import dev.milliner.toml.TomlDocument;
import dev.milliner.toml.TomlNode;
import dev.milliner.toml.TomlScalar;
import dev.milliner.toml.TomlTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A list of names in brackets, in one line or with a line for each. */
final class TomlList {
    private final TomlFile file;
    private final Span brackets;
    private final List<Item> items;

    /**
     * A name of the list.
     *
     * @param name the name
     * @param span where it stands, with its quotes
     * @param line its line, from 0
     */
    record Item(String name, Span span, int line) {}

    private TomlList(TomlFile file, Span brackets, List<Item> items) {
        this.file = file;
        this.brackets = brackets;
        this.items = items;
    }

    /** The list at a path of keys in a text; empty where there is none. */
    static Optional<TomlList> at(String text, List<String> path) {
        @Nullable TomlNode node = TomlDocument.parse(text).root();
        for (String key : path) {
            node = node instanceof TomlTable table ? table.get(key) : null;
        }
        return node instanceof TomlArray array ? Optional.of(of(new TomlFile(text), array)) : Optional.empty();
    }

    private static TomlList of(TomlFile file, TomlArray array) {
        TextLines lines = file.lines();
        List<Item> items = new ArrayList<>();
        for (TomlNode node : array.items()) {
            if (node instanceof TomlScalar scalar) {
                Span span = lines.span(scalar.range());
                items.add(new Item(String.valueOf(scalar.value()), span, lines.lineAt(span.start())));
            }
        }
        return new TomlList(file, lines.span(array.range()), List.copyOf(items));
    }

    List<String> names() {
        return items.stream().map(Item::name).toList();
    }

    List<Item> items() {
        return items;
    }

    /** Tells whether a comment in it, or on it, asks for an order. */
    boolean asksForOrder() {
        int open = file.lines().lineAt(brackets.start());
        int first = open;
        while (first > 0 && file.isComment(first - 1)) {
            first--;
        }
        for (int line = first; line < file.lines().lineAt(brackets.end()); line++) {
            if (isComment(line) && TomlFile.asksForOrder(file.lines().line(line))) {
                return true;
            }
        }
        return false;
    }

    /** The comment behind a name in its line, without its sign; empty where there is none. */
    String remark(Item item) {
        String rest = file.lines().line(item.line()).substring(item.span().end() - file.offset(item.line()));
        int sign = rest.indexOf('#');
        return sign < 0 ? "" : rest.substring(sign + 1).strip();
    }

    private boolean isAlone(Item item) {
        return items.stream().filter(other -> other.line() == item.line()).count() == 1
                && file.lines().lineAt(brackets.start()) != item.line();
    }

    /** The whole text with one more name: where the order of the names has it, else last. */
    String with(String name) {
        return with(
                name,
                NameOrder.of(names()).map(order -> order.placeOf(name, names())).orElse(items.size()));
    }

    /** The whole text with one more name behind the others. */
    String withLast(String name) {
        return with(name, items.size());
    }

    private String with(String name, int at) {
        if (items.isEmpty()) {
            return replaced(new Span(brackets.start() + 1, brackets.start() + 1), TomlQuotes.quoted(name));
        }
        Item beside = items.get(at == 0 ? 0 : at - 1);
        String quoted = quoted(name, beside);
        if (!isAlone(beside)) {
            return at == 0
                    ? replaced(Span.at(beside.span().start()), quoted + ", ")
                    : replaced(Span.at(beside.span().end()), ", " + quoted);
        }
        String line = file.lines().line(beside.line());
        String added = line.substring(0, line.length() - line.stripLeading().length()) + quoted + ",\n";
        String text = file.with(at == 0 ? beside.line() : beside.line() + 1, added);
        int end = beside.span().end();
        boolean hasComma = at == 0 || rest(beside).startsWith(",");
        return hasComma ? text : text.substring(0, end) + "," + text.substring(end);
    }

    private String rest(Item item) {
        return file.text().substring(item.span().end()).stripLeading();
    }

    private String quoted(String name, Item beside) {
        boolean single = file.text().charAt(beside.span().start()) == '\'' && name.indexOf('\'') < 0;
        return single ? "'" + name + "'" : TomlQuotes.quoted(name);
    }

    /** The whole text without a name of the list; its line goes, with the comments that are about it alone. */
    String without(String name) {
        int index = names().indexOf(name);
        Item item = items.get(index);
        if (isAlone(item)) {
            int first = isAlone(index, commentAbove(item)) ? commentAbove(item) : item.line();
            return replaced(new Span(file.offset(first), file.offset(item.line() + 1)), "");
        }
        if (index + 1 < items.size()) {
            return replaced(
                    new Span(item.span().start(), items.get(index + 1).span().start()), "");
        }
        if (index > 0) {
            return replaced(
                    new Span(items.get(index - 1).span().end(), item.span().end()), "");
        }
        return replaced(new Span(brackets.start() + 1, brackets.end() - 1), "");
    }

    /** Tells whether comments are about one name only: another comment, a blank line or the end comes below it. */
    private boolean isAlone(int index, int comments) {
        int line = items.get(index).line();
        boolean last = index + 1 == items.size() || items.get(index + 1).line() > line + 1;
        return comments < line && last;
    }

    /** The whole text with the names in order; each takes the lines above it along. */
    String sorted() throws Obstacle {
        if (items.stream().anyMatch(item -> !isAlone(item))) {
            throw new Obstacle("The list has several names in a line. Give each a line of its own first.");
        }
        record Row(String name, String lines) {}
        List<Row> rows = new ArrayList<>();
        int start = first();
        for (Item item : items) {
            boolean open = !rest(item).startsWith(",");
            String lines = file.lines(start, item.line() + 1);
            int end = item.span().end() - file.offset(start);
            rows.add(new Row(item.name(), open ? lines.substring(0, end) + "," + lines.substring(end) : lines));
            start = item.line() + 1;
        }
        StringBuilder sorted = new StringBuilder();
        rows.stream()
                .sorted((one, other) -> NameOrder.nearest(names()).comparator().compare(one.name(), other.name()))
                .forEach(row -> sorted.append(row.lines()));
        return replaced(new Span(file.offset(first()), file.offset(start)), sorted.toString());
    }

    /** The line of the first name, with the comments on it that are not about the whole list. */
    private int first() {
        return commentAbove(items.getFirst());
    }

    private int commentAbove(Item item) {
        int open = file.lines().lineAt(brackets.start());
        int first = item.line();
        while (first - 1 > open
                && isComment(first - 1)
                && !TomlFile.asksForOrder(file.lines().line(first - 1))) {
            first--;
        }
        return first;
    }

    private boolean isComment(int line) {
        return file.lines().line(line).stripLeading().startsWith("#");
    }

    private String replaced(Span span, String text) {
        return file.text().substring(0, span.start()) + text + file.text().substring(span.end());
    }
}
