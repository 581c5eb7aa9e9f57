package dev.milliner.language;

import dev.milliner.distro.Vocabulary;
import dev.milliner.toml.TomlDocument;
import dev.milliner.toml.TomlScalarEntry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the words of the format's vocabularies mean, read from {@code words.toml}. */
final class WordMeanings {
    private static final Map<List<String>, String> ALL =
            TomlScalarEntry.all(TomlDocument.parse(Resources.text("words.toml"))).stream()
                    .collect(Collectors.toUnmodifiableMap(
                            TomlScalarEntry::path,
                            entry -> entry.scalar().value().toString()));

    private WordMeanings() {}

    static Optional<String> of(Vocabulary words, String word) {
        String table = words.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Optional.ofNullable(ALL.get(List.of(table, word)));
    }
}
