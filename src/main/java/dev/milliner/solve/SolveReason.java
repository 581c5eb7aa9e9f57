package dev.milliner.solve;

/**
 * Why the solver chose a package: the decision that brought it, one of perhaps several that would have.
 *
 * @param kind the kind of decision
 * @param by the name of the package that needs it; empty where it was asked for
 * @param what the capability that was asked for or needed, such as {@code libc.so.6()(64bit)}
 */
public record SolveReason(Kind kind, String by, String what) {
    /** Kinds of decisions. */
    public enum Kind {
        /** It was asked for. */
        ASKED,
        /** Another package requires it. */
        REQUIRED,
        /** Another package recommends it. */
        RECOMMENDED,
        /** It supplements what is installed. */
        SUPPLEMENTS,
        /** The request did not ask for reasons, or the solver gives none. */
        UNKNOWN
    }

    /** No reason known. */
    public static final SolveReason NONE = new SolveReason(Kind.UNKNOWN, "", "");

    /** In words, such as {@code required by dnf5 (libdnf5 = 5.2)}. */
    public String words() {
        return switch (kind) {
            case ASKED -> what.isEmpty() ? "asked for" : "asked for as " + what;
            case REQUIRED -> "required by " + by + detail();
            case RECOMMENDED -> "recommended by " + by + detail();
            case SUPPLEMENTS -> "supplements what is installed" + detail();
            case UNKNOWN -> "chosen by the solver";
        };
    }

    private String detail() {
        return what.isEmpty() ? "" : " (" + what + ")";
    }
}
