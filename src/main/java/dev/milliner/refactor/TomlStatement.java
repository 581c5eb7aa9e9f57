package dev.milliner.refactor;

import dev.milliner.language.Span;
import dev.milliner.language.TextLines;
import dev.milliner.language.TomlQuotes;
import dev.milliner.text.LineLexer;
import dev.milliner.toml.TomlDocument;
import dev.milliner.toml.TomlEntry;
import dev.milliner.toml.TomlNode;
import dev.milliner.toml.TomlTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A key with its value, by lines counted from 0.
 *
 * @param header the keys of the header that it stands under; none at the top of a file
 * @param keys its own dotted key
 * @param first the first of the comment lines that stand on it, or its own line
 * @param line the line that it begins in
 * @param end the line behind its last
 */
record TomlStatement(List<String> header, List<String> keys, int first, int line, int end) {
    /** Every key of a file that is set in a line of its own. */
    static List<TomlStatement> all(TomlFile file) {
        List<TomlStatement> found = new ArrayList<>();
        within(file, List.of(), 0, file.preamble(), found);
        for (TomlBlock block : file.blocks()) {
            if (!block.isBare()) {
                within(file, block.path(), block.header() + 1, block.content(), found);
            }
        }
        return List.copyOf(found);
    }

    /** The keys of one table. */
    static List<TomlStatement> of(TomlFile file, TomlBlock block) {
        List<TomlStatement> found = new ArrayList<>();
        within(file, block.path(), block.header() + 1, block.content(), found);
        return List.copyOf(found);
    }

    private static void within(TomlFile file, List<String> header, int from, int to, List<TomlStatement> found) {
        TextLines lines = file.lines();
        for (int line = from; line < to; line++) {
            if (lines.state(line) == LineLexer.START && !file.isBlank(line) && !file.isComment(line)) {
                int end = line + 1;
                while (end < lines.count() && lines.state(end) != LineLexer.START) {
                    end++;
                }
                List<String> keys = keys(file.lines(line, end));
                found.add(new TomlStatement(header, keys, Math.max(from, file.commentAbove(line)), line, end));
            }
        }
    }

    private static List<String> keys(String statement) {
        List<String> keys = new ArrayList<>();
        TomlNode node = TomlDocument.parse(statement).root();
        while (node instanceof TomlTable table
                && !table.isInline()
                && table.entries().size() == 1) {
            TomlEntry entry = table.entries().iterator().next();
            keys.add(entry.key());
            node = entry.value();
        }
        return List.copyOf(keys);
    }

    /** The keys that lead to it from the top. */
    List<String> path() {
        List<String> path = new ArrayList<>(header);
        path.addAll(keys);
        return path;
    }

    /** Its text as it stands below a table further down, by how many keys deep that is from the top. */
    String below(TomlFile file, int depth) throws Obstacle {
        String comments = file.lines(first, line);
        List<String> rest = path().subList(depth, path().size());
        String written = file.lines(line, end);
        TomlNode value = value(written);
        Span span = TextLines.of(written).span(value.range());
        if (!rest.isEmpty()) {
            String key = rest.stream().map(TomlQuotes::key).collect(Collectors.joining("."));
            return comments + key + " = " + written.substring(span.start());
        }
        if (!(value instanceof TomlTable table)) {
            throw new Obstacle("'" + String.join(".", path()) + "' is no table.");
        }
        return comments + entries(written, table) + behind(written.substring(span.end()));
    }

    /** The entries of an inline table, a line each. */
    static String entries(String written, TomlTable table) throws Obstacle {
        TextLines lines = TextLines.of(written);
        Span whole = lines.span(table.range());
        StringBuilder text = new StringBuilder();
        int covered = whole.start() + 1;
        for (TomlEntry entry : table.entries()) {
            Span value = lines.span(entry.value().range());
            Span key = lines.span(entry.keyRange());
            if (key.start() >= covered) {
                refuseComments(written.substring(covered, key.start()));
                int end = endOfEntry(lines, entry, value);
                text.append(written, key.start(), end).append('\n');
                covered = end;
            }
        }
        refuseComments(written.substring(covered, whole.end()));
        return text.toString();
    }

    /** Dotted keys that begin alike are one entry, so it may go on behind the first of them. */
    private static int endOfEntry(TextLines lines, TomlEntry entry, Span value) throws Obstacle {
        if (entry.value() instanceof TomlTable inner
                && !inner.isInline()
                && inner.entries().size() > 1) {
            throw new Obstacle("The inline table has several keys that begin with '" + entry.key()
                    + "'. Write it with a header first.");
        }
        TomlNode last = entry.value();
        while (last instanceof TomlTable inner && !inner.isInline()) {
            last = inner.entries().iterator().next().value();
        }
        return Math.max(value.end(), lines.span(last.range()).end());
    }

    private static void refuseComments(String between) throws Obstacle {
        if (between.indexOf('#') >= 0) {
            throw new Obstacle(
                    "The inline table holds comments, which would have no place. Write it with a header first.");
        }
    }

    /** A comment behind a value stays in a line of its own. */
    private static String behind(String rest) {
        String comment = rest.strip();
        return comment.isEmpty() ? "" : comment + "\n";
    }

    /** The value of a statement that stands alone. */
    static TomlNode value(String statement) {
        TomlNode node = TomlDocument.parse(statement).root();
        while (node instanceof TomlTable table
                && !table.isInline()
                && !table.entries().isEmpty()) {
            node = table.entries().iterator().next().value();
        }
        return node;
    }
}
