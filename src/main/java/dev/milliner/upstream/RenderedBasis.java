package dev.milliner.upstream;

import dev.milliner.distro.Distro;

/**
 * A state of the distro that a rendered spec was made of.
 *
 * @param words what screens call it, such as {@code HEAD (1a2b3c4)}
 * @param distro the distro then; its tree has the rendered spec
 */
public record RenderedBasis(String words, Distro distro) {}
