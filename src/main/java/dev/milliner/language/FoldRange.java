package dev.milliner.language;

/**
 * Lines that can be folded away behind the first of them.
 *
 * @param startLine the line that stays, from 1
 * @param endLine the last line that goes
 */
public record FoldRange(int startLine, int endLine) {}
