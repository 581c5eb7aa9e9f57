package dev.milliner.language;

/**
 * A text as an editor shows it.
 *
 * @param path the file, relative to the tree's root with {@code /} between names
 * @param text the whole text, lines ended by line feeds
 * @param version counts the edits of the text, so that an answer can be held against the text it was worked out for
 */
public record Document(String path, String text, int version) {}
