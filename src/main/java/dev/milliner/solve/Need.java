package dev.milliner.solve;

/**
 * One package of an answer needs another.
 *
 * @param from the index of the package that needs, in the answer's packages
 * @param to the index of the package that serves
 * @param what the capability
 * @param weak whether it only recommends it
 */
public record Need(int from, int to, String what, boolean weak) {}
