package dev.milliner.search;

import dev.milliner.distro.Component;
import dev.milliner.distro.Definition;
import dev.milliner.distro.Distro;
import dev.milliner.distro.Kind;
import dev.milliner.distro.ListedPackage;
import dev.milliner.distro.ResolvedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A question about what definitions resolve to, such as {@code build.check.skip = true and group = "core"}. It is asked of
 * components; of everything where it asks for the kind.
 */
public final class ValueQuery {
    private final Condition condition;

    private ValueQuery(Condition condition) {
        this.condition = condition;
    }

    /**
     * Reads a question.
     *
     * @throws QueryFault where it is none; says where and why
     */
    public static ValueQuery parse(String text) throws QueryFault {
        return new ValueQuery(QueryParser.parse(text));
    }

    /**
     * Finds what the question is true of.
     *
     * @param wanted whether the answer is still wanted
     * @param found told of each definition, kind by kind and in the order of names
     */
    public void find(Distro distro, BooleanSupplier wanted, Consumer<Definition> found) {
        List<Kind> kinds = asksFor(condition, "kind") ? List.of(Kind.values()) : List.of(Kind.COMPONENT);
        for (Kind kind : kinds) {
            for (String name : distro.names(kind)) {
                if (!wanted.getAsBoolean()) {
                    return;
                }
                distro.definition(kind, name).filter(this::holds).ifPresent(found);
            }
        }
    }

    private static boolean asksFor(Condition condition, String key) {
        return switch (condition) {
            case Condition.And and -> asksFor(and.one(), key) || asksFor(and.other(), key);
            case Condition.Or or -> asksFor(or.one(), key) || asksFor(or.other(), key);
            case Condition.Not not -> asksFor(not.not(), key);
            case Condition.Has has -> has.keys().contains(key);
            case Condition.Equal equal -> equal.keys().equals(List.of(key));
            case Condition.Matches matches -> matches.keys().equals(List.of(key));
            case Condition.Compares compares -> compares.keys().equals(List.of(key));
        };
    }

    private boolean holds(Definition definition) {
        return holds(condition, definition);
    }

    private static boolean holds(Condition condition, Definition definition) {
        return switch (condition) {
            case Condition.And and -> holds(and.one(), definition) && holds(and.other(), definition);
            case Condition.Or or -> holds(or.one(), definition) || holds(or.other(), definition);
            case Condition.Not not -> !holds(not.not(), definition);
            case Condition.Has has -> any(definition, has.keys(), node -> !isNothing(node));
            case Condition.Equal equal -> equals(definition, equal);
            case Condition.Matches matches ->
                any(definition, matches.keys(), node -> matches.pattern()
                        .matcher(text(node))
                        .find());
            case Condition.Compares compares -> any(definition, compares.keys(), node -> compares(compares, node));
        };
    }

    /** What is not set counts as an empty text, as false and as 0. */
    private static boolean equals(Definition definition, Condition.Equal equal) {
        List<JsonNode> values = values(definition, equal.keys());
        boolean nothing = List.of("", "false", "0").contains(equal.value());
        return (nothing && values.stream().allMatch(ValueQuery::isNothing))
                || values.stream().anyMatch(node -> text(node).equals(equal.value()));
    }

    private static boolean isNothing(JsonNode node) {
        return node.isNull()
                || node.isMissingNode()
                || (node.isContainer() && node.isEmpty())
                || (node.isString() && node.stringValue().isEmpty())
                || (node.isBoolean() && !node.booleanValue())
                || (node.isObject() && node.values().stream().allMatch(ValueQuery::isNothing));
    }

    private static boolean compares(Condition.Compares compares, JsonNode node) {
        int order;
        try {
            order = Double.compare(Double.parseDouble(text(node)), Double.parseDouble(compares.value()));
        } catch (NumberFormatException texts) {
            order = text(node).compareTo(compares.value());
        }
        return switch (compares.sign()) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    private static boolean any(Definition definition, List<String> keys, Predicate<JsonNode> holds) {
        return values(definition, keys).stream().anyMatch(holds);
    }

    private static String text(JsonNode node) {
        return node.isContainer() ? node.toString() : node.asString("");
    }

    private static List<JsonNode> values(Definition definition, List<String> keys) {
        return switch (String.join(".", keys)) {
            case "name" -> texts(Stream.of(definition.name()));
            case "kind" -> texts(Stream.of(definition.kind().label()));
            case "file" -> texts(Stream.of(definition.place().file()));
            case "group" -> texts(groups(definition));
            default -> resolved(definition, keys);
        };
    }

    private static Stream<String> groups(Definition definition) {
        return switch (definition) {
            case Component component -> component.groups().stream();
            case ListedPackage listed ->
                Stream.concat(listed.packageGroups().stream(), listed.componentGroups().stream());
            default -> Stream.empty();
        };
    }

    private static List<JsonNode> texts(Stream<String> texts) {
        return texts.<JsonNode>map(JsonNodeFactory.instance::stringNode).toList();
    }

    private static List<JsonNode> resolved(Definition definition, List<String> keys) {
        List<JsonNode> found = new ArrayList<>();
        if (definition instanceof Component component) {
            below(component.json(), keys, 0, found);
            return found;
        }
        String path = String.join(".", keys);
        for (ResolvedValue value : definition.values()) {
            String plain = value.path().replaceAll("\\[\\d+]", "");
            if (plain.equals(path)) {
                below(value.value(), keys, keys.size(), found);
            } else if (path.startsWith(plain + ".")) {
                below(value.value(), keys, plain.split("\\.", -1).length, found);
            }
        }
        return found;
    }

    /** Of a list, each item counts. */
    private static void below(JsonNode node, List<String> keys, int at, List<JsonNode> found) {
        if (node.isArray()) {
            node.forEach(item -> below(item, keys, at, found));
        } else if (at == keys.size()) {
            found.add(node);
        } else if (node instanceof ObjectNode object) {
            String key = keys.get(at);
            JsonNode exact = object.get(key);
            if (exact == null) {
                exact = object.get(inJson(key));
            }
            if (exact != null) {
                below(exact, keys, at + 1, found);
            }
        }
    }

    /** A key of TOML as azldev's JSON has it: {@code upstream-distro} is {@code upstreamDistro} there. */
    private static String inJson(String key) {
        StringBuilder name = new StringBuilder();
        for (String part : key.toLowerCase(Locale.ROOT).split("[-_]", -1)) {
            boolean first = name.isEmpty();
            name.append(first || part.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return name.toString();
    }
}
