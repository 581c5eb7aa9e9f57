package dev.milliner.spec;

/**
 * A line with what it is.
 *
 * @param number from 0
 * @param text the line
 * @param line what it is
 * @param section the section it stands in; of a header, the one that it starts
 */
public record SpecRead(int number, String text, SpecLine line, Section section) {}
