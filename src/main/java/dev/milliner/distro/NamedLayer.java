package dev.milliner.distro;

/**
 * A table that takes part in a merge.
 *
 * @param name the layer's name for people, such as {@code distro default}
 * @param table what it sets
 */
record NamedLayer(String name, TableValue table) {}
