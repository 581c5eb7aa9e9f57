package dev.milliner.source;

import java.time.Instant;

/**
 * Who changed a line of a file last.
 *
 * @param commit the commit's full hash
 * @param author the name of who wrote the change
 * @param time when it was written
 * @param subject the first line of what the commit says
 */
public record LineOrigin(String commit, String author, Instant time, String subject) {}
