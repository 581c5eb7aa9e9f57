package dev.milliner.workbench.editor;

/**
 * A remark behind a line.
 *
 * @param text what it says
 * @param styleClass good, warning or error
 */
public record Hint(String text, String styleClass) {}
