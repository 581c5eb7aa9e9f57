package dev.milliner.distro;

import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A value of a definition as it comes out of all layers.
 *
 * @param path the keys that lead to it, in TOML's names, such as {@code spec.upstream-distro.name} or
 *     {@code overlays[0]}
 * @param value the value
 * @param layers where it was set, lowest first; the last one wins, lists join
 */
public record ResolvedValue(String path, JsonNode value, List<Layer> layers) {
    private static final Pattern KEY = Pattern.compile("'([^']*)'|\"([^\"]*)\"|[^.]+");

    /** The keys of the path, unquoted. */
    public List<String> keys() {
        return KEY.matcher(path)
                .results()
                .map(key -> key.group(1) != null ? key.group(1) : key.group(2) != null ? key.group(2) : key.group())
                .toList();
    }
}
