package dev.milliner.build.explain;

/**
 * A line of a log.
 *
 * @param number from 1; a lone carriage return does not end a line
 * @param text what a terminal would show of it last, without colours and without the stamps that tools put before it
 */
record LogLine(long number, String text) {}
