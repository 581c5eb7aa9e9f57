package dev.milliner.toml;

import dev.milliner.text.TextRange;

/**
 * A key of a table with its value.
 *
 * @param key the key, unquoted
 * @param keyRange where the key is first written, its own segment only
 * @param value the value
 */
public record TomlEntry(String key, TextRange keyRange, TomlNode value) {}
