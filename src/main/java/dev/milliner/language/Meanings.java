package dev.milliner.language;

import dev.milliner.toml.TomlArray;
import dev.milliner.toml.TomlDocument;
import dev.milliner.toml.TomlEntry;
import dev.milliner.toml.TomlScalar;
import dev.milliner.toml.TomlTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the keys of the format mean, read from {@code meanings.toml}. */
final class Meanings {
    private static final Map<String, Map<String, Meaning>> ALL = read();

    private Meanings() {}

    /** What a key of a table of {@link dev.milliner.distro.Format} means. */
    static Optional<Meaning> of(Member member) {
        return Optional.ofNullable(ALL.getOrDefault(member.table().name(), Map.of())
                .get(member.field().toml()));
    }

    /** All that is said, by table and key. */
    static Map<String, Map<String, Meaning>> all() {
        return ALL;
    }

    private static Map<String, Map<String, Meaning>> read() {
        TomlDocument document = TomlDocument.parse(Resources.text("meanings.toml"));
        Map<String, Map<String, Meaning>> all = new HashMap<>();
        for (TomlEntry table : document.root().entries()) {
            Map<String, Meaning> keys = new HashMap<>();
            ((TomlTable) table.value()).entries().forEach(entry -> keys.put(entry.key(), meaning(entry)));
            all.put(table.key(), Map.copyOf(keys));
        }
        return Map.copyOf(all);
    }

    private static Meaning meaning(TomlEntry entry) {
        TomlTable table = (TomlTable) entry.value();
        return new Meaning(
                text(table, "means"),
                text(table, "default"),
                table.get("required") != null,
                Subject.of(text(table, "names")),
                table.get("examples") instanceof TomlArray examples
                        ? examples.items().stream()
                                .map(item -> ((TomlScalar) item).value().toString())
                                .toList()
                        : List.of());
    }

    private static String text(TomlTable table, String key) {
        return table.get(key) instanceof TomlScalar scalar ? scalar.value().toString() : "";
    }
}
