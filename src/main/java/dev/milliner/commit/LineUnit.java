package dev.milliner.commit;

/**
 * Lines of a definition file that stand or fall together.
 *
 * @param about what they are about: a table, a key or a name; empty where that can't be told
 * @param start the first of them, from 0
 * @param end the line after them
 */
record LineUnit(String about, int start, int end) {
    boolean isTable() {
        return about.startsWith("[");
    }
}
