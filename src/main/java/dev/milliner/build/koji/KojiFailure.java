package dev.milliner.build.koji;

/** Why a build on a farm came to nothing. */
public enum KojiFailure {
    /** The task failed, or somebody canceled it. */
    TASK,
    /** The hub or its client does not want what was asked for, or it cannot be prepared. */
    REFUSED,
    /** The hub, its client or the login is not there. */
    UNAVAILABLE
}
