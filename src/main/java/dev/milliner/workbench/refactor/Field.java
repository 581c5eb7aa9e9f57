package dev.milliner.workbench.refactor;

/**
 * Something that a person is asked for.
 *
 * @param label what it is
 * @param value what it is at first
 * @param hint what could stand in it, shown while it is empty
 */
public record Field(String label, String value, String hint) {}
