package dev.milliner.solve.modules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A place in a YAML document; what is not there is empty. */
record ModuleNode(@Nullable Node node) {
    ModuleNode at(String key) {
        return entries().getOrDefault(key, new ModuleNode(null));
    }

    Map<String, ModuleNode> entries() {
        Map<String, ModuleNode> entries = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(one -> entries.put(key(one), new ModuleNode(one.getValueNode())));
        }
        return entries;
    }

    private static String key(NodeTuple tuple) {
        return new ModuleNode(tuple.getKeyNode()).text();
    }

    /** The items of a list; itself where it is anything else, as the format's first version has it. */
    List<ModuleNode> items() {
        return switch (node) {
            case SequenceNode list ->
                list.getValue().stream().map(ModuleNode::new).toList();
            case ScalarNode scalar when scalar.getValue().isEmpty() -> List.of();
            case null -> List.of();
            default -> List.of(this);
        };
    }

    List<String> texts() {
        return items().stream().map(ModuleNode::text).toList();
    }

    Map<String, List<String>> lists() {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        entries().forEach((key, value) -> lists.put(key, value.texts()));
        return lists;
    }

    String text() {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    String text(String key) {
        return at(key).text();
    }

    /** A whole number; 0 where there is none. */
    long number(String key) {
        try {
            return Long.parseUnsignedLong(text(key));
        } catch (NumberFormatException none) {
            return 0;
        }
    }
}
