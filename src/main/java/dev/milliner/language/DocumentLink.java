package dev.milliner.language;

/**
 * A stretch of a text that leads somewhere.
 *
 * @param span the stretch
 * @param target a path relative to the tree's root, or a URL
 * @param web whether it is a URL
 */
public record DocumentLink(Span span, String target, boolean web) {}
