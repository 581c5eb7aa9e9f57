package dev.milliner.upstream;

/** How an overlay fares on another version of upstream. */
public enum RebaseOutcome {
    STILL_APPLIES("still applies"),
    NO_LONGER_NEEDED("no longer needed"),
    CHANGED("changes something else"),
    FAILS("fails"),
    NOT_REACHED("not reached");

    private final String label;

    RebaseOutcome(String label) {
        this.label = label;
    }

    /** The outcome in words. */
    public String label() {
        return label;
    }
}
