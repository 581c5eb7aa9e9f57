package dev.milliner.language;

/**
 * A name that can be given another.
 *
 * @param span where the name stands at the caret, without quotes
 * @param name the name as it is
 */
public record Rename(Span span, String name) {}
