package dev.milliner.language;

import dev.milliner.toml.TomlArray;
import dev.milliner.toml.TomlDocument;
import dev.milliner.toml.TomlEntry;
import dev.milliner.toml.TomlScalar;
import dev.milliner.toml.TomlTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What KIWI's descriptions may hold, read from {@code kiwi.toml}. */
final class KiwiSchema {
    private static final TomlTable ROOT =
            TomlDocument.parse(Resources.text("kiwi.toml")).root();
    private static final Map<String, Element> ELEMENTS = elements();
    private static final List<String> SWITCHES = texts(table("switches"), "names");

    private KiwiSchema() {}

    /**
     * An element.
     *
     * @param means what it is, in our own words
     * @param children the elements that may stand in it
     * @param attributes the attributes that it may have
     * @param words what its text may be, where that is known
     */
    record Element(String name, String means, List<String> children, List<String> attributes, List<String> words) {}

    static Optional<Element> element(String name) {
        return Optional.ofNullable(ELEMENTS.get(name));
    }

    static Map<String, Element> all() {
        return ELEMENTS;
    }

    /** What an attribute of an element means. */
    static Optional<String> means(String element, String attribute) {
        TomlTable attributes = table("attributes");
        return text(attributes, element + "." + attribute).or(() -> text(attributes, attribute));
    }

    /** What an attribute of an element may be; nothing where anything goes. */
    static List<String> values(String element, String attribute) {
        List<String> own = texts(table("values"), element + "." + attribute);
        List<String> common = own.isEmpty() ? texts(table("values"), attribute) : own;
        return common.isEmpty() && SWITCHES.contains(attribute) ? List.of("true", "false") : common;
    }

    private static Map<String, Element> elements() {
        Map<String, Element> elements = new LinkedHashMap<>();
        for (TomlEntry entry : table("elements").entries()) {
            TomlTable one = (TomlTable) entry.value();
            elements.put(
                    entry.key(),
                    new Element(
                            entry.key(),
                            text(one, "means").orElse(""),
                            texts(one, "children"),
                            texts(one, "attributes"),
                            texts(one, "text")));
        }
        return elements;
    }

    private static TomlTable table(String key) {
        return (TomlTable) Objects.requireNonNull(ROOT.get(key));
    }

    private static Optional<String> text(TomlTable table, String key) {
        return table.get(key) instanceof TomlScalar scalar
                ? Optional.of(scalar.value().toString())
                : Optional.empty();
    }

    private static List<String> texts(TomlTable table, String key) {
        return table.get(key) instanceof TomlArray array
                ? array.items().stream()
                        .map(item -> ((TomlScalar) item).value().toString())
                        .toList()
                : List.of();
    }
}
