package dev.milliner.image.kiwi;

import dev.milliner.toml.TomlTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which attributes go with which others, read from {@code kiwi.toml}. */
sealed interface KiwiRule {
    /** All rules, by the element that they hold for. */
    Map<String, List<KiwiRule>> BY_ELEMENT =
            all().stream().collect(Collectors.groupingBy(rule -> rule.scope().element()));

    /** What it holds for. */
    Scope scope();

    /**
     * What a rule holds for.
     *
     * @param element the element's name
     * @param attributes it must have one of these, and is wrong for each; always where there are none
     * @param when what other attributes of it must be
     */
    record Scope(String element, List<String> attributes, Map<String, String> when) {
        public Scope {
            attributes = List.copyOf(attributes);
            when = Map.copyOf(when);
        }

        static Scope of(TomlTable table) {
            Map<String, String> when = new TreeMap<>();
            if (table.get("when") instanceof TomlTable conditions) {
                conditions
                        .entries()
                        .forEach(entry -> when.put(
                                entry.key(),
                                KiwiSchema.text(conditions, entry.key()).orElseThrow()));
            }
            return new Scope(
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

    /**
     * Another attribute must be one of some values.
     *
     * @param where which, {@code ../x} for one of the element round it
     * @param of the values; one that ends in {@code *} stands for all that begin so
     * @param there whether it must be there, too
     */
    record Only(Scope scope, String where, List<String> of, boolean there) implements KiwiRule {
        boolean allows(String value) {
            return of.stream()
                    .anyMatch(one -> one.endsWith("*")
                            ? value.startsWith(one.substring(0, one.length() - 1))
                            : value.equals(one));
        }
    }

    /**
     * Others must be there.
     *
     * @param anyOf one of these
     * @param is what it must be; anything where empty
     */
    record Needs(Scope scope, List<String> anyOf, Optional<String> is) implements KiwiRule {}

    /** Others must not be there. */
    record Bars(Scope scope, List<String> others) implements KiwiRule {}

    private static List<KiwiRule> all() {
        List<KiwiRule> all = new ArrayList<>();
        for (TomlTable table : KiwiSchema.rules("only")) {
            all.add(new Only(
                    Scope.of(table),
                    KiwiSchema.text(table, "where").orElseThrow(),
                    KiwiSchema.texts(table, "of"),
                    KiwiSchema.text(table, "there").isPresent()));
        }
        for (TomlTable table : KiwiSchema.rules("needs")) {
            all.add(new Needs(Scope.of(table), KiwiSchema.texts(table, "needs"), KiwiSchema.text(table, "is")));
        }
        for (TomlTable table : KiwiSchema.rules("bars")) {
            all.add(new Bars(Scope.of(table), KiwiSchema.texts(table, "bars")));
        }
        return List.copyOf(all);
    }
}
