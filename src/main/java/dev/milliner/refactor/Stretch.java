package dev.milliner.refactor;

/**
 * Lines that follow one another, counted from 0.
 *
 * @param from the first
 * @param to behind the last
 */
record Stretch(int from, int to) {}
