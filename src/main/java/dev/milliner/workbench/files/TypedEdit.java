package dev.milliner.workbench.files;

/**
 * An edit of a text as the editor shows it, each line ended by a line feed.
 *
 * @param at index of the first character that it touches
 * @param removed how many characters went
 * @param inserted what came in their place
 */
public record TypedEdit(int at, int removed, String inserted) {}
