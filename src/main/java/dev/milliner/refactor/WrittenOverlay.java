package dev.milliner.refactor;

import dev.milliner.language.Span;
import dev.milliner.language.TextLines;
import dev.milliner.toml.TomlArray;
import dev.milliner.toml.TomlNode;
import dev.milliner.toml.TomlTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An overlay as it is written, apart from where it stands. Lines end with line feeds.
 *
 * @param comments the comment lines on it
 * @param body its keys, without the metadata
 * @param metadata the keys of its metadata; empty where it has none
 * @param lines where it stands with its header; empty where it is one of a list in brackets
 */
record WrittenOverlay(String comments, String body, String metadata, Optional<Stretch> lines) {
    /** The overlays below a path of keys, in order. */
    static List<WrittenOverlay> all(TomlFile file, List<String> path) throws Obstacle {
        List<WrittenOverlay> found = new ArrayList<>();
        Optional<TomlStatement> list = listed(file, path);
        if (list.isPresent()) {
            found.addAll(inBrackets(file, list.get()));
        }
        List<TomlBlock> blocks = file.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).list() && blocks.get(i).path().equals(path)) {
                int end = i + 1;
                while (end < blocks.size()
                        && blocks.get(end).isWithin(path)
                        && blocks.get(end).path().size() > path.size()) {
                    end++;
                }
                found.add(withHeader(file, blocks.subList(i, end)));
            }
        }
        return List.copyOf(found);
    }

    /** The statement of a list in brackets. */
    static Optional<TomlStatement> listed(TomlFile file, List<String> path) {
        return TomlStatement.all(file).stream()
                .filter(one -> one.path().equals(path))
                .findFirst();
    }

    private static WrittenOverlay withHeader(TomlFile file, List<TomlBlock> blocks) throws Obstacle {
        TomlBlock own = blocks.getFirst();
        StringBuilder metadata = new StringBuilder();
        for (TomlBlock below : blocks.subList(1, blocks.size())) {
            String key = below.path().get(own.path().size());
            if (!key.equals("metadata") || below.path().size() > own.path().size() + 1) {
                throw new Obstacle("The overlay in line " + (own.header() + 1) + " has the table ["
                        + String.join(".", below.path()) + "]. Write it inside of braces first.");
            }
            metadata.append(file.lines(below.first(), below.header()))
                    .append(file.lines(below.header() + 1, below.content()));
        }
        StringBuilder body = new StringBuilder();
        int from = own.header() + 1;
        for (TomlStatement entry : TomlStatement.of(file, own)) {
            if (entry.keys().getFirst().equals("metadata")) {
                body.append(file.lines(from, entry.first()));
                metadata.append(entry.below(file, own.path().size() + 1));
                from = entry.end();
            }
        }
        body.append(file.lines(from, own.content()));
        Stretch lines = new Stretch(own.first(), blocks.getLast().content());
        return new WrittenOverlay(
                file.lines(own.first(), own.header()), body.toString(), metadata.toString(), Optional.of(lines));
    }

    private static List<WrittenOverlay> inBrackets(TomlFile file, TomlStatement list) throws Obstacle {
        String written = file.lines(list.line(), list.end());
        if (!(TomlStatement.value(written) instanceof TomlArray array)) {
            throw new Obstacle("'" + String.join(".", list.path()) + "' is no list.");
        }
        TextLines lines = TextLines.of(written);
        List<WrittenOverlay> found = new ArrayList<>();
        int covered = lines.span(array.range()).start() + 1;
        for (TomlNode item : array.items()) {
            Span span = lines.span(item.range());
            found.add(item(written, comments(written.substring(covered, span.start())), item));
            covered = span.end();
        }
        String rest =
                comments(written.substring(covered, lines.span(array.range()).end()));
        if (!found.isEmpty() && !rest.isEmpty()) {
            WrittenOverlay last = found.removeLast();
            found.add(new WrittenOverlay(last.comments(), last.body() + rest, last.metadata(), Optional.empty()));
        }
        return found;
    }

    private static WrittenOverlay item(String written, String comments, TomlNode item) throws Obstacle {
        String entries = TomlStatement.entries(written, (TomlTable) item);
        TomlFile body = new TomlFile(entries);
        StringBuilder own = new StringBuilder();
        StringBuilder metadata = new StringBuilder();
        for (TomlStatement entry : TomlStatement.all(body)) {
            boolean reason = entry.keys().getFirst().equals("metadata");
            (reason ? metadata : own).append(reason ? entry.below(body, 1) : body.lines(entry.first(), entry.end()));
        }
        return new WrittenOverlay(comments, own.toString(), metadata.toString(), Optional.empty());
    }

    /** The comment lines between two items. */
    private static String comments(String between) {
        return between.lines()
                .map(line -> line.indexOf('#') < 0 ? "" : line.substring(line.indexOf('#')))
                .filter(line -> !line.isEmpty())
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }
}
