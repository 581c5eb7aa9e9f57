package dev.milliner.commit;

/**
 * A commit that was made.
 *
 * @param commit its full hash
 * @param subject its first line
 * @param said what the hooks said; empty where they said nothing
 */
public record MadeCommit(String commit, String subject, String said) {}
