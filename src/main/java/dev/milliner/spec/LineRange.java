package dev.milliner.spec;

/**
 * Lines of a spec.
 *
 * @param start the first, from 0
 * @param end the one behind the last
 */
record LineRange(int start, int end) {
    boolean holds(int line) {
        return start <= line && line < end;
    }
}
