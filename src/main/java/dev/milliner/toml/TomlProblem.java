package dev.milliner.toml;

import dev.milliner.text.TextRange;

/**
 * A syntax error.
 *
 * @param message what is wrong, in one sentence
 * @param range where it is
 */
public record TomlProblem(String message, TextRange range) {}
