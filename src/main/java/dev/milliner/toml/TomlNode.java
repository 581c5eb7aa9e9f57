package dev.milliner.toml;

import dev.milliner.text.TextRange;

/** A value of a TOML document with the stretch of text it was written in. */
public sealed interface TomlNode permits TomlTable, TomlArray, TomlScalar {
    /** Where the value stands: from its first character to behind its last. */
    TextRange range();

    /** The kind's name as messages use it, such as {@code string} or {@code table}. */
    String kindName();
}
