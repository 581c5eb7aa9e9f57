package dev.milliner.search;

import dev.milliner.language.TomlQuotes;
import dev.milliner.search.SavedQuery.Over;
import dev.milliner.source.SourceTree;
import dev.milliner.toml.TomlDocument;
import dev.milliner.toml.TomlEntry;
import dev.milliner.toml.TomlNode;
import dev.milliner.toml.TomlScalar;
import dev.milliner.toml.TomlTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The searches that a tree's people keep, in {@code .milliner.toml} beside {@code azldev.toml}: a table {@code [queries.NAME]}
 * for each, with {@code over} (text, values or specs; values where it is not said), {@code wanted}, and the flags
 * {@code regex}, {@code case} and {@code word}.
 *
 * @param queries the searches, in the order they are written
 * @param faults what is wrong with the file, each as {@code file:line: what, and what to do}
 */
public record SavedQueries(List<SavedQuery> queries, List<String> faults) {
    /** The file, relative to the tree's root. */
    public static final String FILE = ".milliner.toml";

    private static final List<String> KEYS = List.of("over", "wanted", "regex", "case", "word");

    /** Those of a tree; none where it has no such file. */
    public static SavedQueries of(SourceTree tree) {
        return read(tree.read(FILE).orElse(""));
    }

    static SavedQueries read(String text) {
        TomlDocument document = TomlDocument.parse(text);
        List<SavedQuery> queries = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        document.problems().forEach(problem -> faults.add(at(problem.range().line()) + problem.message()));
        if (document.root().get("queries") instanceof TomlTable table) {
            for (TomlEntry entry : table.entries()) {
                query(entry, faults).ifPresent(queries::add);
            }
        }
        return new SavedQueries(List.copyOf(queries), List.copyOf(faults));
    }

    private static String at(int line) {
        return FILE + ":" + line + ": ";
    }

    private static Optional<SavedQuery> query(TomlEntry entry, List<String> faults) {
        String where = at(entry.keyRange().line());
        if (!(entry.value() instanceof TomlTable table)) {
            faults.add(where + "'" + entry.key() + "' is no table. Write [queries.NAME] with 'wanted' in it.");
            return Optional.empty();
        }
        for (TomlEntry key : table.entries()) {
            if (!KEYS.contains(key.key())) {
                faults.add(at(key.keyRange().line()) + "'" + key.key() + "' is no key of a query. Use one of "
                        + String.join(", ", KEYS) + ".");
            }
        }
        String wanted = text(table.get("wanted"));
        String over = text(table.get("over")).toUpperCase(Locale.ROOT);
        Optional<Over> known = over.isEmpty()
                ? Optional.of(Over.VALUES)
                : List.of(Over.values()).stream()
                        .filter(one -> one.name().equals(over))
                        .findFirst();
        if (wanted.isEmpty()) {
            faults.add(where + "The query '" + entry.key() + "' has no 'wanted'. Say what to look for.");
        } else if (known.isEmpty()) {
            faults.add(where + "A query is 'over' text, values or specs.");
        } else {
            return Optional.of(new SavedQuery(
                    entry.key(),
                    known.get(),
                    wanted,
                    flag(table.get("regex")),
                    flag(table.get("case")),
                    flag(table.get("word"))));
        }
        return Optional.empty();
    }

    private static String text(@org.jspecify.annotations.Nullable TomlNode node) {
        return node instanceof TomlScalar scalar && scalar.value() instanceof String text ? text : "";
    }

    private static boolean flag(@org.jspecify.annotations.Nullable TomlNode node) {
        return node instanceof TomlScalar scalar && Boolean.TRUE.equals(scalar.value());
    }

    /** The one of a name. */
    public Optional<SavedQuery> named(String name) {
        return queries.stream().filter(query -> query.name().equals(name)).findFirst();
    }

    /** The file's text with one more query at its end. */
    public static String with(String text, SavedQuery query) {
        StringBuilder added = new StringBuilder(text);
        added.append(text.isEmpty() || text.endsWith("\n") ? "" : "\n").append(text.isEmpty() ? "" : "\n");
        added.append("[queries.").append(TomlQuotes.key(query.name())).append("]\n");
        if (query.over() != Over.VALUES) {
            added.append("over = \"")
                    .append(query.over().name().toLowerCase(Locale.ROOT))
                    .append("\"\n");
        }
        added.append("wanted = ").append(TomlQuotes.quoted(query.wanted())).append('\n');
        added.append(query.regex() ? "regex = true\n" : "");
        added.append(query.caseSensitive() ? "case = true\n" : "");
        return added.append(query.wholeWord() ? "word = true\n" : "").toString();
    }
}
