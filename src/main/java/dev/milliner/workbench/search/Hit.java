package dev.milliner.workbench.search;

import dev.milliner.text.Place;

/**
 * Something quick search found.
 *
 * @param kind what it is, in a word
 * @param title what to show
 * @param detail quiet words beside it
 * @param place where it is
 * @param key the explorer row that stands for it, or empty
 */
public record Hit(String kind, String title, String detail, Place place, String key) {}
