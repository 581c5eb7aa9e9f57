package dev.milliner.workbench.review;

/**
 * A line of a component's history.
 *
 * @param name what it is about: a day, or a value
 * @param text what happened, or since when
 * @param about more of it, shown where somebody points at it
 */
record HistoryLine(String name, String text, String about) {}
