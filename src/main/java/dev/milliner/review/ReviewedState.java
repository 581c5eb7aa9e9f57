package dev.milliner.review;

import dev.milliner.distro.Distro;

/**
 * One of the two states that a review compares.
 *
 * @param words what people call it, such as {@code main (1a2b3c4)} or {@code the working tree}
 * @param distro the distro in it
 */
public record ReviewedState(String words, Distro distro) {
    /** A commit under the name that it was asked for by. */
    public static ReviewedState ofCommit(String reference, String commit, Distro distro) {
        String hash = commit.substring(0, 7);
        return new ReviewedState(commit.startsWith(reference) ? hash : reference + " (" + hash + ")", distro);
    }

    /** The files as they are. */
    public static ReviewedState ofWorkingTree(Distro distro) {
        return new ReviewedState("the working tree", distro);
    }
}
