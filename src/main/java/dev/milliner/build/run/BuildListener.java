package dev.milliner.build.run;

import dev.milliner.build.run.BuildEvent.PrivilegeNeeded;

/** Hears what happens in a build. Called from the build's threads, one call at a time; it must not block. */
@FunctionalInterface
public interface BuildListener {
    /**
     * Something happened.
     *
     * @param event what
     */
    void happened(BuildEvent event);

    /**
     * Asks whether a command may be run as root. Unlike {@link #happened} this may block, as a person may be asked;
     * a build that is stopped meanwhile interrupts the thread.
     *
     * @param needed the command and why
     * @return true to run it, false to end the build
     * @throws InterruptedException when the build is stopped before an answer is there
     */
    default boolean confirm(PrivilegeNeeded needed) throws InterruptedException {
        return false;
    }
}
