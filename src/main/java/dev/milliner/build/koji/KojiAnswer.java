package dev.milliner.build.koji;

/** What came of one command of Koji's client. */
public sealed interface KojiAnswer {
    /**
     * It did what it was asked.
     *
     * @param output what it printed
     */
    record Given(String output) implements KojiAnswer {}

    /**
     * The hub, or the client, says no; asking again changes nothing.
     *
     * @param message why, in the hub's or the client's words
     */
    record Refused(String message) implements KojiAnswer {}

    /**
     * The hub does not know who asks.
     *
     * @param message why, in the hub's or the client's words
     */
    record Stranger(String message) implements KojiAnswer {}

    /**
     * The hub does not answer now; what was asked for was not done, or nobody knows whether it was.
     *
     * @param message why, in the client's words
     */
    record Silent(String message) implements KojiAnswer {}

    /**
     * What answers shows a certificate that the client does not trust, so it was asked nothing.
     *
     * @param message what is wrong with it, in the words of the client's TLS
     */
    record Untrusted(String message) implements KojiAnswer {}

    /**
     * What answers speaks no XML-RPC: it is no hub, or something stands before it.
     *
     * @param message what the client's reader stumbled over
     */
    record NoHub(String message) implements KojiAnswer {}

    /**
     * The client lacks what the profile's way to log in takes.
     *
     * @param message in the client's words
     */
    record Unequipped(String message) implements KojiAnswer {}

    /**
     * The profile names no hub that could be reached, so nobody was asked.
     *
     * @param message what is wrong, with file and line
     */
    record Nowhere(String message) implements KojiAnswer {}

    /** Understands how a command ended, by what Koji's client 1.36 prints. */
    static KojiAnswer of(int status, String output, String errors) {
        return status == 0 ? new Given(output) : KojiComplaint.read(status, errors);
    }
}
