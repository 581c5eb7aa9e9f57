package dev.milliner.toml;

/**
 * A syntax error.
 *
 * @param message what is wrong, in one sentence
 * @param range where it is
 */
public record TomlProblem(String message, TextRange range) {}
