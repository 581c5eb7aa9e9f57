package dev.milliner.text;

import dev.milliner.source.SourceTree;

/**
 * A stretch of one file of a {@link SourceTree}.
 *
 * @param file path relative to the tree's root with {@code /} between names; absolute where the file lies outside
 * @param range where in the file
 */
public record Place(String file, TextRange range) {
    /** The start of a file. */
    public static Place startOf(String file) {
        return new Place(file, TextRange.START);
    }
}
