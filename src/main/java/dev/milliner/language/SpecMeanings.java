package dev.milliner.language;

import dev.milliner.toml.TomlDocument;
import dev.milliner.toml.TomlScalarEntry;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the words of specs mean, read from {@code spec.toml}. */
final class SpecMeanings {
    private static final Map<String, Map<String, String>> ALL = read();

    private SpecMeanings() {}

    private static Map<String, Map<String, String>> read() {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        TomlScalarEntry.all(TomlDocument.parse(Resources.text("spec.toml")))
                .forEach(entry -> all.computeIfAbsent(entry.path().getFirst(), kind -> new LinkedHashMap<>())
                        .put(entry.path().getLast(), entry.scalar().value().toString()));
        return all;
    }

    private static Map<String, String> of(String kind) {
        return ALL.getOrDefault(kind, Map.of());
    }

    /** What a tag means, whatever its case and number. */
    static Optional<String> tag(String name) {
        String bare = name.replaceFirst("\\d+$", "").toLowerCase(Locale.ROOT);
        return of("tags").entrySet().stream()
                .filter(entry -> entry.getKey().toLowerCase(Locale.ROOT).equals(bare))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** What a word with a percent sign means that begins a section. */
    static Optional<String> section(String word) {
        return Optional.ofNullable(of("sections").get(word));
    }

    static Map<String, String> directives() {
        return of("directives");
    }

    static Map<String, String> macros() {
        return of("macros");
    }
}
