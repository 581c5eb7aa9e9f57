package dev.milliner.refactor;

import dev.milliner.language.Span;
import dev.milliner.language.TextLines;
import dev.milliner.language.TomlQuotes;
import dev.milliner.toml.TomlDocument;
import dev.milliner.toml.TomlEntry;
import dev.milliner.toml.TomlNode;
import dev.milliner.toml.TomlTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A key of a TOML text with its value, by the keys that lead to it.
 *
 * @param text the whole text
 * @param path the keys
 * @param node the value
 */
record OwnKey(String text, List<String> path, TomlNode node) {
    /** The key at a path; empty where nothing is set there. */
    static Optional<OwnKey> at(String text, List<String> path) {
        @Nullable TomlNode node = TomlDocument.parse(text).root();
        for (String key : path) {
            node = node instanceof TomlTable table ? table.get(key) : null;
        }
        return node == null ? Optional.empty() : Optional.of(new OwnKey(text, path, node));
    }

    /** The value as it is written. */
    String written() {
        Span span = TextLines.of(text).span(node.range());
        return text.substring(span.start(), span.end());
    }

    /** The comment lines that stand on it, or on what holds nothing but it; each with its line feed. */
    String comments() {
        TomlFile file = new TomlFile(text);
        List<String> whole = path;
        while (statement(file, whole).isEmpty() && whole.size() > 1 && holdsOne(whole.subList(0, whole.size() - 1))) {
            whole = whole.subList(0, whole.size() - 1);
        }
        return statement(file, whole)
                .map(one -> file.lines(one.first(), one.line()))
                .orElse("");
    }

    private boolean holdsOne(List<String> keys) {
        return at(text, keys).orElseThrow().node() instanceof TomlTable table
                && table.entries().size() == 1;
    }

    /** The text without it, and without tables around it that would then say nothing. */
    String without() throws Obstacle {
        TomlFile file = new TomlFile(text);
        Optional<TomlStatement> own = statement(file, path);
        String left = own.isPresent()
                ? Cut.of(file, List.of(new Stretch(own.get().first(), own.get().end())))
                : withoutInBraces(file);
        return withoutEmpty(left, path.subList(0, path.size() - 1));
    }

    private static Optional<TomlStatement> statement(TomlFile file, List<String> path) {
        return TomlStatement.all(file).stream()
                .filter(one -> one.path().equals(path))
                .findFirst();
    }

    private String withoutInBraces(TomlFile file) throws Obstacle {
        int depth = path.size() - 1;
        while (depth > 0 && isDotted(path.subList(0, depth))) {
            depth--;
        }
        OwnKey around = at(text, path.subList(0, depth)).orElseThrow();
        if (!(around.node() instanceof TomlTable table) || !table.isInline()) {
            throw new Obstacle(
                    "'" + String.join(".", path) + "' is written as a table with a header. Name a key in it.");
        }
        List<TomlEntry> entries = new ArrayList<>(table.entries());
        int index = entries.indexOf(table.entry(path.get(depth)));
        TextLines lines = file.lines();
        int start = lines.span(entries.get(index).keyRange()).start();
        int end = lines.span(node.range()).end();
        if (index + 1 < entries.size()) {
            end = lines.span(entries.get(index + 1).keyRange()).start();
        } else if (index > 0) {
            start = lines.span(last(entries.get(index - 1).value()).range()).end();
        }
        return text.substring(0, start) + text.substring(end);
    }

    /** Tells whether a table is but the beginning of one dotted key. */
    private boolean isDotted(List<String> keys) {
        return holdsOne(keys) && at(text, keys).orElseThrow().node() instanceof TomlTable table && !table.isInline();
    }

    /** Where a dotted key's value ends. */
    private static TomlNode last(TomlNode value) {
        TomlNode last = value;
        while (last instanceof TomlTable table
                && !table.isInline()
                && !table.entries().isEmpty()) {
            last = new ArrayList<>(table.entries()).getLast().value();
        }
        return last;
    }

    /** A component keeps its own header, be it all there is of it. */
    private static String withoutEmpty(String text, List<String> path) throws Obstacle {
        if (path.size() <= 2) {
            return text;
        }
        Optional<OwnKey> around = at(text, path);
        boolean empty = around.isPresent()
                && around.get().node() instanceof TomlTable table
                && table.entries().isEmpty();
        if (!empty) {
            return text;
        }
        TomlFile file = new TomlFile(text);
        Optional<TomlBlock> block =
                file.blocks().stream().filter(one -> one.path().equals(path)).findFirst();
        if (block.isEmpty()) {
            return around.get().without();
        }
        if (!block.get().isBare()) {
            return text;
        }
        if (block.get().first() < block.get().header()) {
            // A comment on the header would lose what it is about.
            return text;
        }
        Stretch header = new Stretch(block.get().header(), block.get().content());
        List<String> own = path.subList(0, 2);
        boolean only = file.blocks().stream().filter(one -> one.isWithin(own)).count() == 1;
        if (only) {
            String kept = own.stream().map(TomlQuotes::key).collect(Collectors.joining("."));
            int end = file.offset(header.to());
            return text.substring(0, file.offset(header.from())) + "[" + kept + "]" + file.lineEnd()
                    + text.substring(end);
        }
        return withoutEmpty(Cut.of(file, List.of(header)), path.subList(0, path.size() - 1));
    }
}
