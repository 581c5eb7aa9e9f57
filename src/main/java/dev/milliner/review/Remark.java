package dev.milliner.review;

import java.time.Instant;

/**
 * Something that was said of an item.
 *
 * @param text what
 * @param time when
 * @param of between which states
 */
public record Remark(String text, Instant time, String of) {}
