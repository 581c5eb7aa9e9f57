package dev.milliner.serve.mcp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a tool takes.
 *
 * @param name its name
 * @param kind what its value is
 * @param description what it is for
 * @param required whether it has to be given
 * @param words what its value may be; empty where it is free
 */
record Parameter(String name, Kind kind, String description, boolean required, List<String> words) {
    /** What a value is, in the words of JSON Schema. */
    enum Kind {
        STRING("string"),
        INTEGER("integer");

        private final String label;

        Kind(String label) {
            this.label = label;
        }
    }

    /** A text that has to be given. */
    static Parameter required(String name, String description) {
        return new Parameter(name, Kind.STRING, description, true, List.of());
    }

    /** A text that may be given. */
    static Parameter text(String name, String description) {
        return new Parameter(name, Kind.STRING, description, false, List.of());
    }

    /** One of a few words, which has to be given. */
    static Parameter oneOf(String name, String description, List<String> words) {
        return new Parameter(name, Kind.STRING, description, true, words);
    }

    /** A number that may be given. */
    static Parameter number(String name, String description) {
        return new Parameter(name, Kind.INTEGER, description, false, List.of());
    }

    /** It as JSON Schema. */
    Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", kind.label);
        schema.put("description", description);
        if (!words.isEmpty()) {
            schema.put("enum", words);
        }
        return schema;
    }
}
