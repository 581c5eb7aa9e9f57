package dev.milliner.refactor;

import dev.milliner.distro.Shape;
import dev.milliner.language.Span;
import dev.milliner.language.TextLines;
import dev.milliner.language.TomlQuotes;
import dev.milliner.source.SourceTree;
import dev.milliner.source.TreePaths;
import dev.milliner.toml.TomlArray;
import dev.milliner.toml.TomlDocument;
import dev.milliner.toml.TomlEntry;
import dev.milliner.toml.TomlNode;
import dev.milliner.toml.TomlScalar;
import dev.milliner.toml.TomlTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Paths in a text that goes to another folder: they are written anew, so that they lead to the same files. */
final class MovedPaths {
    /** Paths that azldev resolves later than it reads the file. */
    private static final Set<String> LATER =
            Set.of("overlay-files", "includes", "gpg-key", "mock-config-x86_64", "mock-config-aarch64");

    private final List<TomlScalar> found = new ArrayList<>();

    private MovedPaths() {}

    /**
     * A text as it stands in another folder.
     *
     * @param shape what the text holds
     * @param from the folder that it came from, relative to the tree's root
     * @param to the folder that it goes to
     */
    static String moved(SourceTree tree, Shape.Table shape, String text, String from, String to) {
        if (from.equals(to)) {
            return text;
        }
        MovedPaths paths = new MovedPaths();
        paths.table(shape, TomlDocument.parse(text).root());
        TextLines lines = TextLines.of(text);
        StringBuilder moved = new StringBuilder(text);
        for (TomlScalar scalar : paths.found.reversed()) {
            Span span = lines.span(scalar.range());
            String path = again(tree, String.valueOf(scalar.value()), from, to);
            char quote = text.charAt(span.start());
            String written = quote == '\'' && path.indexOf('\'') < 0 ? "'" + path + "'" : TomlQuotes.quoted(path);
            moved.replace(span.start(), span.end(), written);
        }
        return moved.toString();
    }

    /** A path from one folder as one from another. */
    static String again(SourceTree tree, String path, String from, String to) {
        Path file = Path.of(TreePaths.join(tree.absolute(from), path));
        return Path.of(tree.absolute(to)).relativize(file).toString();
    }

    private void table(Shape.Table shape, TomlTable table) {
        for (TomlEntry entry : table.entries()) {
            Shape.Field field = shape.field(entry.key());
            if (field != null && (field.path() || LATER.contains(field.toml()))) {
                path(entry.value());
            } else if (field != null && !isDefault(field)) {
                value(field.shape(), entry.value());
            }
        }
    }

    /** What is assumed of components is resolved where each of them stands. */
    private static boolean isDefault(Shape.Field field) {
        return field.toml().equals("default-component-config") && !field.path();
    }

    private void value(Shape shape, TomlNode node) {
        switch (shape) {
            case Shape.Table table when node instanceof TomlTable inner -> table(table, inner);
            case Shape.OptionalTable table when node instanceof TomlTable inner -> table(table.table(), inner);
            case Shape.MapOf map
            when node instanceof TomlTable inner -> inner.entries().forEach(entry -> value(map.item(), entry.value()));
            case Shape.ListOf list
            when node instanceof TomlArray array -> array.items().forEach(item -> value(list.item(), item));
            default -> {
                // A value of another kind holds no path.
            }
        }
    }

    private void path(TomlNode node) {
        switch (node) {
            case TomlArray array -> array.items().forEach(this::path);
            case TomlScalar scalar when scalar.value() instanceof String text && isRelative(text) -> found.add(scalar);
            case TomlScalar other -> {
                // It leads to the same from anywhere.
            }
            case TomlTable table -> {
                // A table is no path.
            }
        }
    }

    private static boolean isRelative(String text) {
        return !text.isEmpty() && !text.startsWith("/") && !text.contains("://");
    }
}
