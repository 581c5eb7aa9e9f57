package dev.milliner.image.kiwi;

import dev.milliner.toml.TomlTable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a rule holds for.
 *
 * @param element the element's name
 * @param attributes it must have one of these, and is wrong for each; always where there are none
 * @param when what other attributes of it must be
 */
record RuleScope(String element, List<String> attributes, Map<String, String> when) {
    RuleScope {
        attributes = List.copyOf(attributes);
        when = Map.copyOf(when);
    }

    static RuleScope of(TomlTable table) {
        Map<String, String> when = new TreeMap<>();
        if (table.get("when") instanceof TomlTable conditions) {
            conditions
                    .entries()
                    .forEach(entry -> when.put(
                            entry.key(),
                            KiwiSchema.text(conditions, entry.key()).orElseThrow()));
        }
        return new RuleScope(
                KiwiSchema.text(table, "element").orElseThrow(), KiwiSchema.texts(table, "attributes"), when);
    }

    /** What of an element of its name it holds for: attributes, or the element itself, which has no name. */
    List<String> in(KiwiElement one) {
        if (!when.entrySet().stream()
                .allMatch(entry -> one.value(entry.getKey()).equals(entry.getValue()))) {
            return List.of();
        }
        return attributes.isEmpty()
                ? List.of("")
                : attributes.stream()
                        .filter(name -> one.attribute(name).isPresent())
                        .toList();
    }
}
