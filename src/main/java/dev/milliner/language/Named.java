package dev.milliner.language;

/**
 * A name in a text with what it stands for.
 *
 * @param entity what it stands for
 * @param span the name, without quotes
 */
record Named(Entity entity, Span span) {}
