package dev.milliner.commit;

/**
 * A commit that is asked for.
 *
 * @param message what it says
 * @param isSignedOff whether a line {@code Signed-off-by} with who commits is added
 * @param isAmending whether it takes the place of the last one
 */
public record CommitRequest(String message, boolean isSignedOff, boolean isAmending) {}
