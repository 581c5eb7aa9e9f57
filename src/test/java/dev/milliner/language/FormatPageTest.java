package dev.milliner.language;

import dev.milliner.WrittenPage;
import dev.milliner.distro.Format;
import dev.milliner.distro.Shape;
import dev.milliner.distro.Shape.Field;
import dev.milliner.distro.Shape.Table;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page of the format is what the program itself knows of each key. */
class FormatPageTest {
    @Test
    void thePageIsWhatTheProgramKnows() throws IOException {
        Map<String, Table> tables = new LinkedHashMap<>();
        collect(Format.FILE, tables);
        collect(Format.OVERLAY_FILE, tables);
        StringBuilder page = new StringBuilder("""
                # The format, key by key

                What Milliner knows of each key of azldev's configuration, as completion and hover have it: `azldev.toml` and what it includes is of the table *file*, an overlay file of
                the table *overlay file*. azldev decides; this is what it made of each key when it was last read (`docs/language.md`).
                """);
        tables.values().forEach(table -> add(page, table));
        WrittenPage.hold("format.md", page.toString());
    }

    private static void collect(Shape shape, Map<String, Table> into) {
        switch (shape) {
            case Table table -> {
                if (into.putIfAbsent(table.name(), table) == null) {
                    table.fields().forEach(field -> collect(field.shape(), into));
                }
            }
            case Shape.OptionalTable optional -> collect(optional.table(), into);
            case Shape.ListOf list -> collect(list.item(), into);
            case Shape.MapOf map -> collect(map.item(), into);
            case Shape.Text text -> {}
            case Shape.Flag flag -> {}
            case Shape.OptionalFlag flag -> {}
        }
    }

    private static void add(StringBuilder page, Table table) {
        page.append("\n## ").append(table.name()).append("\n\n| key | takes | means |\n|---|---|---|\n");
        for (Field field : table.fields()) {
            if (!field.isGiven()) {
                page.append("| `").append(field.toml()).append("` | ");
                page.append(cell(takes(field)))
                        .append(" | ")
                        .append(cell(means(table, field)))
                        .append(" |\n");
            }
        }
    }

    private static String takes(Field field) {
        String words = Stand.words(field.shape());
        return Stand.item(field.shape()) instanceof Shape.Text text
                        && text.words().isPresent()
                ? words + ": " + String.join(", ", text.words().get().words())
                : words;
    }

    private static String means(Table table, Field field) {
        Meaning meaning = Meanings.of(new Member(table, field)).orElseThrow();
        return meaning.means()
                + (meaning.required() ? " Required." : "")
                + (meaning.unset().isEmpty() ? "" : " Where it is not set: " + meaning.unset() + ".")
                + (meaning.examples().isEmpty()
                        ? ""
                        : " For example "
                                + meaning.examples().stream()
                                        .limit(3)
                                        .map(example -> "`" + example + "`")
                                        .collect(Collectors.joining(", "))
                                + ".");
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ").replace("..", ".");
    }
}
