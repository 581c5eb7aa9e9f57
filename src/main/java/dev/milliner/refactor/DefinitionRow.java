package dev.milliner.refactor;

/**
 * The tables of one definition that stand together.
 *
 * @param name its name
 * @param from the line that they begin with
 * @param to the line behind what they say
 */
record DefinitionRow(String name, int from, int to) {
    /** Tells whether it is a mere header. */
    boolean isBare() {
        return to == from + 1;
    }
}
