package dev.milliner.language;

import java.util.List;

/**
 * A bracket that is open at some place.
 *
 * @param table whether it is an inline table's
 * @param keys the dotted key that it is the value of; empty in a list
 * @param offset where it stands
 */
record TomlFrame(boolean table, List<String> keys, int offset) {}
