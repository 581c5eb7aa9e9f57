package dev.milliner.language;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A key of azldev's own schema.
 *
 * @param path the keys that lead to it
 * @param words what its value may be, where the schema lists that
 */
public record AzldevKey(List<String> path, List<String> words) {
    private static AzldevKey of(String line) {
        String[] parts = line.split(": ", 2);
        List<String> words = parts.length > 1 ? List.of(parts[1].split(" ", -1)) : List.of();
        return new AzldevKey(List.of(parts[0].split("\\.", -1)), words);
    }

    /** All keys of the schema. */
    public static List<AzldevKey> all() throws IOException {
        try (InputStream resource = Objects.requireNonNull(AzldevKey.class.getResourceAsStream("azldev-keys.txt"))) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(AzldevKey::of)
                    .toList();
        }
    }

    /** The key itself. */
    public String name() {
        return path.getLast();
    }

    /** The key as TOML writes it. */
    public String written() {
        return TomlQuotes.key(name());
    }

    /** The header of the table that it is in; empty for the root. */
    public String header() {
        if (path.size() == 1) {
            return "";
        }
        boolean list = path.get(path.size() - 2).endsWith("[]");
        String keys = String.join(".", path.subList(0, path.size() - 1))
                .replace("*", "x")
                .replace("[]", "");
        return list ? "[[" + keys + "]]\n" : "[" + keys + "]\n";
    }

    @Override
    public String toString() {
        return String.join(".", path);
    }
}
