package dev.milliner.toml;

import dev.milliner.text.TextRange;
import java.util.List;

/**
 * An array: inline, or of tables with headers.
 *
 * @param items the items in order
 * @param range from the first item's start to behind the last, with the brackets of an inline array
 */
public record TomlArray(List<TomlNode> items, TextRange range) implements TomlNode {
    @Override
    public String kindName() {
        return "array";
    }
}
