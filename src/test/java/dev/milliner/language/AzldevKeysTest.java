package dev.milliner.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.MemoryFolder;
import dev.milliner.distro.Distro;
import dev.milliner.distro.DistroLoader;
import dev.milliner.source.DiskTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All keys and words that azldev's own schema names are offered and explained where they stand. */
class AzldevKeysTest {
    @TempDir(factory = MemoryFolder.class)
    static Path folder;

    private static LanguageService service;

    static Stream<AzldevKey> keys() throws IOException {
        return AzldevKey.all().stream();
    }

    @BeforeAll
    static void load() throws IOException {
        Files.writeString(folder.resolve("azldev.toml"), "");
        Distro distro = new DistroLoader(Map.of()).load(new DiskTree(folder));
        service = new LanguageService(distro, Surroundings.ofTree());
    }

    @Test
    void theSchemaHasFourHundredKeysInOverAHundredTables() throws IOException {
        assertThat(keys()).hasSize(400);
        assertThat(keys().map(key -> key.path().subList(0, key.path().size() - 1))
                        .distinct())
                .hasSize(107);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aKeyIsOfferedByItsFirstLettersAndByNone(AzldevKey key) {
        String half = key.name().substring(0, Math.min(2, key.name().length()));
        for (String typed : List.of("", half)) {
            String text = key.header() + typed;
            Completions completions = service.complete(new Document("azldev.toml", text, 1), text.length());
            assertThat(completions.items()).extracting(Completion::label).contains(key.name());
            assertThat(text.substring(completions.start(), completions.end())).isEqualTo(typed);
        }
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aKeyIsExplained(AzldevKey key) {
        String text = key.header() + TomlQuotes.key(key.name()) + " = ";
        int offset = key.header().length() + 1;
        Hover hover =
                service.hover(new Document("azldev.toml", text, 1), offset).orElseThrow();
        assertThat(hover.title()).isEqualTo(key.name());
        assertThat(hover.parts().getFirst())
                .isInstanceOfSatisfying(HoverPart.Paragraph.class, paragraph -> assertThat(paragraph.text())
                        .isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("keys")
    void theWordsOfAKeyAreOfferedAndExplained(AzldevKey key) {
        for (String opening : key.words().isEmpty() ? List.<String>of() : List.of("", "\"", "'")) {
            String text = key.header() + TomlQuotes.key(key.name()) + " = " + opening;
            Completions completions = service.complete(new Document("azldev.toml", text, 1), text.length());
            assertThat(completions.items())
                    .extracting(Completion::label)
                    .containsExactlyInAnyOrderElementsOf(key.words());
        }
        for (String word : key.words()) {
            String text = key.header() + TomlQuotes.key(key.name()) + " = \"" + word + "\"";
            assertThat(service.hover(new Document("azldev.toml", text, 1), text.length() - 2))
                    .hasValueSatisfying(hover -> assertThat(hover.title()).isEqualTo(word));
        }
    }
}
