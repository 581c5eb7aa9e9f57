package dev.milliner.source;

import java.time.Instant;

/**
 * What is known of a commit besides its files.
 *
 * @param commit its full hash
 * @param author the name of who wrote it
 * @param time when it was written
 * @param subject the first line of what it says
 */
public record CommitNote(String commit, String author, Instant time, String subject) {}
