package dev.milliner.image.kiwi;

import dev.milliner.toml.TomlTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which attributes go with which others, read from {@code kiwi.toml}. */
sealed interface KiwiRule {
    /** All rules, by the element that they hold for. */
    Map<String, List<KiwiRule>> BY_ELEMENT =
            all().stream().collect(Collectors.groupingBy(rule -> rule.scope().element()));

    /** What it holds for. */
    RuleScope scope();

    /**
     * Another attribute must be one of some values.
     *
     * @param where which, {@code ../x} for one of the element round it
     * @param of the values; one that ends in {@code *} stands for all that begin so
     * @param there whether it must be there, too
     */
    record Only(RuleScope scope, String where, List<String> of, boolean there) implements KiwiRule {
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
    record Needs(RuleScope scope, List<String> anyOf, Optional<String> is) implements KiwiRule {}

    /** Others must not be there. */
    record Bars(RuleScope scope, List<String> others) implements KiwiRule {}

    private static List<KiwiRule> all() {
        List<KiwiRule> all = new ArrayList<>();
        for (TomlTable table : KiwiSchema.rules("only")) {
            all.add(new Only(
                    RuleScope.of(table),
                    KiwiSchema.text(table, "where").orElseThrow(),
                    KiwiSchema.texts(table, "of"),
                    KiwiSchema.text(table, "there").isPresent()));
        }
        for (TomlTable table : KiwiSchema.rules("needs")) {
            all.add(new Needs(RuleScope.of(table), KiwiSchema.texts(table, "needs"), KiwiSchema.text(table, "is")));
        }
        for (TomlTable table : KiwiSchema.rules("bars")) {
            all.add(new Bars(RuleScope.of(table), KiwiSchema.texts(table, "bars")));
        }
        return List.copyOf(all);
    }
}
