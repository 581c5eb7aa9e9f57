package dev.milliner.image.kiwi;

import dev.milliner.toml.TomlArray;
import dev.milliner.toml.TomlDocument;
import dev.milliner.toml.TomlEntry;
import dev.milliner.toml.TomlScalar;
import dev.milliner.toml.TomlTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** What KIWI's descriptions may hold, read from {@code kiwi.toml}. */
public final class KiwiSchema {
    /** The version of KIWI's schema that is written down. */
    public static final String VERSION = "8.5";

    private static final String ANY_TEXT = "text";
    private static final TomlTable ROOT = TomlDocument.parse(resource()).root();
    private static final Map<String, ValueForm> FORMS = new HashMap<>();
    private static final Map<String, ValueForm> FORMS_OF = new HashMap<>();

    static {
        table("values")
                .entries()
                .forEach(entry -> FORMS_OF.put(entry.key(), ValueForm.oneOf(texts(table("values"), entry.key()))));
        table("forms").entries().forEach(entry -> readForm(entry.key(), (TomlTable) entry.value()));
    }

    private static final Map<String, SchemaElement> ELEMENTS = elements();

    private KiwiSchema() {}

    /** An element by name. */
    public static Optional<SchemaElement> element(String name) {
        return Optional.ofNullable(ELEMENTS.get(name));
    }

    /** All elements by name. */
    public static Map<String, SchemaElement> all() {
        return ELEMENTS;
    }

    /** What an attribute of an element means. */
    public static Optional<String> means(String element, String attribute) {
        TomlTable attributes = table("attributes");
        return text(attributes, element + "." + attribute).or(() -> text(attributes, attribute));
    }

    /** What an attribute of an element mostly is; nothing where anything goes. */
    public static List<String> values(String element, String attribute) {
        List<String> own = texts(table("values"), element + "." + attribute);
        List<String> common = own.isEmpty() ? texts(table("values"), attribute) : own;
        return common.isEmpty() ? form(element, attribute).map(ValueForm::words).orElse(List.of()) : common;
    }

    /** Tells whether an attribute of an element may have a value, whatever else the element has. */
    public static boolean allows(String element, String attribute, String value) {
        return form(element, attribute).map(form -> form.matches(value)).orElse(true);
    }

    /** How an attribute of an element must be written; nothing where anything goes. */
    static Optional<ValueForm> form(String element, String attribute) {
        return formOf(element + "." + attribute).or(() -> formOf(attribute));
    }

    private static Optional<ValueForm> formOf(String key) {
        return Optional.ofNullable(FORMS_OF.get(key));
    }

    /** The tables of a list of rules. */
    static List<TomlTable> rules(String key) {
        return ((TomlArray) Objects.requireNonNull(ROOT.get(key)))
                .items().stream().map(TomlTable.class::cast).toList();
    }

    private static void readForm(String name, TomlTable table) {
        String says = text(table, "says").orElseThrow();
        List<String> items = texts(table, "items");
        boolean exact = text(table, "exact").isPresent();
        ValueForm form = items.isEmpty()
                ? new ValueForm(
                        says, Pattern.compile(text(table, "pattern").orElseThrow()), texts(table, "words"), exact)
                : ValueForm.someOf(says, items);
        FORMS.put(name, form);
        texts(table, "of").forEach(attribute -> FORMS_OF.put(attribute, form));
    }

    private static Map<String, SchemaElement> elements() {
        Map<String, SchemaElement> elements = new LinkedHashMap<>();
        for (TomlEntry entry : table("elements").entries()) {
            elements.put(entry.key(), element(entry.key(), (TomlTable) entry.value()));
        }
        return elements;
    }

    private static SchemaElement element(String name, TomlTable table) {
        Map<String, Occurrence> occurrences = new HashMap<>();
        List<String> children = new ArrayList<>();
        for (String marked : texts(table, "children")) {
            children.add(unmarked(marked));
            occurrences.put("<" + unmarked(marked) + ">", Occurrence.of(marked));
        }
        List<String> attributes = new ArrayList<>();
        for (String marked : texts(table, "attributes")) {
            attributes.add(unmarked(marked));
            occurrences.put(unmarked(marked), Occurrence.of(marked));
        }
        List<String> words = texts(table, "text");
        Optional<String> holds = text(table, "holds");
        Optional<ValueForm> form = holds.filter(one -> !one.equals(ANY_TEXT))
                .map(one -> Objects.requireNonNull(FORMS.get(one), one))
                .or(() -> Optional.of(words).filter(some -> !some.isEmpty()).map(ValueForm::oneOf));
        return new SchemaElement(
                name,
                text(table, "means").orElse(""),
                children,
                attributes,
                form.map(ValueForm::words).orElse(List.of()),
                occurrences,
                form,
                holds.isPresent() || !words.isEmpty());
    }

    private static String unmarked(String marked) {
        return marked.replaceFirst("[?*+]$", "");
    }

    private static TomlTable table(String key) {
        return (TomlTable) Objects.requireNonNull(ROOT.get(key));
    }

    static Optional<String> text(TomlTable table, String key) {
        return table.get(key) instanceof TomlScalar scalar
                ? Optional.of(scalar.value().toString())
                : Optional.empty();
    }

    static List<String> texts(TomlTable table, String key) {
        return table.get(key) instanceof TomlArray array
                ? array.items().stream()
                        .map(item -> ((TomlScalar) item).value().toString())
                        .toList()
                : List.of();
    }

    private static String resource() {
        try (InputStream resource = KiwiSchema.class.getResourceAsStream("kiwi.toml")) {
            return new String(Objects.requireNonNull(resource, "kiwi.toml").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
