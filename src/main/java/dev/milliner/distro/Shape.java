package dev.milliner.distro;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The format as data: what a value may look like, under which TOML and JSON names. */
public sealed interface Shape {
    /**
     * A text.
     *
     * @param words the words that it may be, where the format knows them
     */
    record Text(Optional<Vocabulary> words) implements Shape {
        /** Any text. */
        Text() {
            this(Optional.empty());
        }
    }

    /** A boolean that is false where it is not set. */
    record Flag() implements Shape {}

    /** A boolean that knows a third state: not said. */
    record OptionalFlag() implements Shape {}

    /** A list. */
    record ListOf(Shape item) implements Shape {}

    /** A map from free names to values. */
    record MapOf(Shape item) implements Shape {}

    /** A table that may be missing, which is more than being empty. */
    record OptionalTable(Table table) implements Shape {}

    /** A table with fixed keys, in the order the format declares them. */
    record Table(String name, List<Field> fields, Map<String, Field> byKey) implements Shape {
        static Table of(String name, Field... fields) {
            Map<String, Field> byKey = new HashMap<>();
            for (Field field : fields) {
                if (!field.isGiven()) {
                    byKey.put(field.toml(), field);
                    byKey.putIfAbsent(field.toml().toLowerCase(Locale.ROOT), field);
                }
            }
            return new Table(name, List.of(fields), Map.copyOf(byKey));
        }

        /** The field of a key; azldev's parser finds one in other case too. */
        public @Nullable Field field(String key) {
            Field exact = byKey.get(key);
            return exact == null ? byKey.get(key.toLowerCase(Locale.ROOT)) : exact;
        }
    }

    /**
     * A key of a table.
     *
     * @param toml its name in files; starts with a dash for what no file can set
     * @param json its name in JSON; empty where it is left out there
     * @param omitEmpty whether JSON leaves it out where it is not set
     * @param path whether it is a path relative to the file's folder
     */
    record Field(String toml, String json, Shape shape, boolean omitEmpty, boolean path) {
        static Field of(String toml, Shape shape) {
            return new Field(toml, camelCase(toml), shape, true, false);
        }

        /** The same, but JSON shows it even where it is not set. */
        Field always() {
            return new Field(toml, json, shape, false, path);
        }

        /** The same under another JSON name. */
        Field as(String other) {
            return new Field(toml, other, shape, omitEmpty, path);
        }

        /** The same as a path that is made absolute. */
        Field asPath() {
            return new Field(toml, json, shape, omitEmpty, true);
        }

        /** Tells whether the value comes from around the table and cannot be written in it. */
        public boolean isGiven() {
            return toml.startsWith("-");
        }

        private static String camelCase(String toml) {
            StringBuilder name = new StringBuilder();
            boolean upper = false;
            for (int at = 0; at < toml.length(); at++) {
                char letter = toml.charAt(at);
                if (letter == '-' || letter == '_') {
                    upper = !name.isEmpty();
                } else {
                    name.append(upper ? Character.toUpperCase(letter) : letter);
                    upper = false;
                }
            }
            return name.toString();
        }
    }
}
