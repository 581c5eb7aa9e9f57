package dev.milliner.language;

/**
 * A stretch of a text and what takes its place.
 *
 * @param span the stretch, in the text before all edits
 * @param text what takes its place
 */
public record Replacement(Span span, String text) {}
