package dev.milliner.distro;

import tools.jackson.databind.JsonNode;

/**
 * One of the places a value was set in.
 *
 * @param name which layer it is, such as {@code distro default}, {@code component group g} or {@code component}
 * @param file the file, relative to the root; absolute where it lies outside; empty for what is built in
 * @param line the line from 1, or 0 for what is built in
 * @param value what the layer sets, or adds where lists grow
 */
public record Layer(String name, String file, int line, JsonNode value) {}
