package dev.milliner.language;

import dev.milliner.distro.Format;
import dev.milliner.distro.OverlayKind;
import dev.milliner.distro.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys that a table needs and does not have. */
final class MissingKeys {
    /**
     * A key that another asks for.
     *
     * @param table the table that both are in
     * @param key the key that asks
     * @param value for which value it asks; empty for any
     * @param needed what it asks for
     */
    private record Need(String table, String key, String value, String needed) {}

    private static final List<Need> NEEDS = List.of(
            new Need("check", "skip", "true", "skip_reason"),
            new Need("failure", "expected", "true", "expected-reason"),
            new Need("source file", "replace-upstream", "true", "replace-reason"),
            new Need("source file", "hash", "", "hash-type"),
            new Need("spec", "type", "local", "path"),
            new Need("spec", "path", "", "type"),
            new Need("spec", "upstream-name", "", "type"),
            new Need("spec", "upstream-commit", "", "type"),
            new Need("origin", "type", "download", "uri"),
            new Need("origin", "type", "custom", "script"),
            new Need("metadata", "category", "upstream-backport", "commits"),
            new Need("test suite", "type", "pytest", "pytest"),
            new Need("test suite", "type", "lisa", "lisa"),
            new Need("overlay", "package", "", "section"));

    private MissingKeys() {}

    /** The keys, each as it would be written. */
    static List<Shape.Field> of(Shape.Table shape, TomlEntries entries) {
        List<String> needed = new ArrayList<>();
        for (Shape.Field field : shape.fields()) {
            if (!field.isGiven()
                    && Meanings.of(new Member(shape, field))
                            .map(Meaning::required)
                            .orElse(false)) {
                needed.add(field.toml());
            }
        }
        Optional<OverlayKind> kind =
                shape.equals(Format.OVERLAY) ? OverlayKind.of(entries.text("type")) : Optional.empty();
        kind.ifPresent(found -> needed.addAll(found.needs()));
        NEEDS.stream()
                .filter(need -> need.table().equals(shape.name()) && asks(need, entries, kind))
                .forEach(need -> needed.add(need.needed()));
        return needed.stream()
                .distinct()
                .filter(key -> !entries.has(List.of(), key, Span.at(-1)))
                .map(shape::field)
                .filter(Objects::nonNull)
                .toList();
    }

    private static boolean asks(Need need, TomlEntries entries, Optional<OverlayKind> kind) {
        boolean needsSection = kind.map(MissingKeys::needsSectionOfPackage).orElse(false);
        boolean counts = !need.table().equals("overlay") || needsSection;
        return counts
                && entries.entries().stream()
                        .filter(entry -> entry.keys().equals(List.of(need.key())))
                        .flatMap(entry -> entry.value().stream())
                        .anyMatch(value -> need.value().isEmpty()
                                || TomlQuotes.value(value.text()).equals(need.value()));
    }

    private static boolean needsSectionOfPackage(OverlayKind kind) {
        return kind == OverlayKind.SPEC_PREPEND_LINES
                || kind == OverlayKind.SPEC_APPEND_LINES
                || kind == OverlayKind.SPEC_SEARCH_REPLACE;
    }

    /** A key as a message writes it, such as {@code 'type = "local"'}; else with a value that stands for one. */
    static String written(Shape.Field field, String message) {
        Matcher told = Pattern.compile("'(" + Pattern.quote(field.toml()) + " = [^']+)'")
                .matcher(message);
        return told.find() ? told.group(1) : TomlQuotes.key(field.toml()) + " = " + value(field.shape());
    }

    private static String value(Shape shape) {
        return switch (shape) {
            case Shape.Text text ->
                "\"" + text.words().map(words -> words.words().getFirst()).orElse("") + "\"";
            case Shape.Flag flag -> "true";
            case Shape.OptionalFlag flag -> "true";
            case Shape.ListOf list -> "[" + value(list.item()) + "]";
            case Shape.Table table -> braces(table);
            case Shape.OptionalTable optional -> braces(optional.table());
            case Shape.MapOf map -> "{}";
        };
    }

    /** A table with the keys that it needs. */
    private static String braces(Shape.Table table) {
        List<String> needed = of(table, new TomlEntries(List.of(), List.of())).stream()
                .map(field -> TomlQuotes.key(field.toml()) + " = " + value(field.shape()))
                .toList();
        return needed.isEmpty() ? "{}" : "{ " + String.join(", ", needed) + " }";
    }
}
