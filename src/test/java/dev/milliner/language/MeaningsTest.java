package dev.milliner.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milliner.distro.Format;
import dev.milliner.distro.Shape;
import dev.milliner.distro.Vocabulary;
import dev.milliner.image.kiwi.KiwiSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Every key of the format and every word of its vocabularies is explained, and nothing else. */
class MeaningsTest {
    private static final Map<String, Shape.Table> TABLES = tables();

    private static Map<String, Shape.Table> tables() {
        Map<String, Shape.Table> tables = new LinkedHashMap<>();
        collect(Format.FILE, tables);
        collect(Format.OVERLAY_FILE, tables);
        return tables;
    }

    private static void collect(Shape shape, Map<String, Shape.Table> tables) {
        switch (shape) {
            case Shape.Table table -> {
                Shape.Table before = tables.putIfAbsent(table.name(), table);
                assertThat(before == null || before.equals(table))
                        .as("two tables '%s'", table.name())
                        .isTrue();
                if (before == null) {
                    table.fields().forEach(field -> collect(field.shape(), tables));
                }
            }
            case Shape.OptionalTable optional -> collect(optional.table(), tables);
            case Shape.ListOf list -> collect(list.item(), tables);
            case Shape.MapOf map -> collect(map.item(), tables);
            case Shape.Text text -> {}
            case Shape.Flag flag -> {}
            case Shape.OptionalFlag flag -> {}
        }
    }

    @Test
    void everyKeyOfEveryTableHasAMeaning() {
        List<String> lacking = new ArrayList<>();
        TABLES.values().forEach(table -> table.fields().stream()
                .filter(field -> !field.isGiven())
                .filter(field -> Meanings.of(new Member(table, field))
                        .filter(meaning -> meaning.means().endsWith("."))
                        .isEmpty())
                .forEach(field -> lacking.add(table.name() + ": " + field.toml())));
        assertThat(lacking).isEmpty();
    }

    @Test
    void noMeaningIsOfAKeyThatIsNotThere() {
        Meanings.all().forEach((table, keys) -> {
            Shape.Table shape = Objects.requireNonNull(TABLES.get(table), table);
            keys.keySet()
                    .forEach(key ->
                            assertThat(shape.field(key)).as(table + ": " + key).isNotNull());
        });
    }

    @Test
    void everyWordHasAMeaning() {
        for (Vocabulary vocabulary : Vocabulary.values()) {
            for (String word : vocabulary.words()) {
                assertThat(WordMeanings.of(vocabulary, word))
                        .as(vocabulary + " " + word)
                        .isPresent();
            }
        }
    }

    @Test
    void everyElementAndAttributeOfKiwiHasAMeaning() {
        KiwiSchema.all().values().forEach(element -> {
            assertThat(element.means()).as(element.name()).endsWith(".");
            assertThat(KiwiSchema.all().keySet()).as(element.name()).containsAll(element.children());
            element.attributes().forEach(attribute -> assertThat(KiwiSchema.means(element.name(), attribute))
                    .as(element.name() + " " + attribute)
                    .isPresent());
        });
    }

    @Test
    void everySectionThatAzldevKnowsHasAMeaning() {
        assertThat(SpecWords.sections())
                .allSatisfy(word -> assertThat(SpecMeanings.section(word)).isPresent());
        assertThat(SpecWords.TAGS)
                .allSatisfy(tag -> assertThat(SpecMeanings.tag(tag)).isPresent());
    }
}
