package dev.milliner.build.koji;

import dev.milliner.build.host.KojiEquipment;
import java.io.Serial;

/** A build on a farm, or a question to its hub, came to nothing. */
public final class KojiFailed extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final String fix;
    private final KojiFailure kind;

    KojiFailed(KojiFailure kind, String message, String fix) {
        super(message);
        this.kind = kind;
        this.fix = fix;
    }

    /** What an answer that gave nothing means to whoever asked. */
    static KojiFailed of(KojiClient client, KojiAnswer answer) {
        return switch (answer) {
            case KojiAnswer.Refused no ->
                new KojiFailed(
                        KojiFailure.REFUSED,
                        "Koji refuses: " + no.message(),
                        no.message().contains("no configuration for profile")
                                ? "write a section [" + client.profile() + "] with the hub's server to ~/.koji/config,"
                                        + " or name another profile"
                                : "");
            case KojiAnswer.Stranger no ->
                new KojiFailed(
                        KojiFailure.UNAVAILABLE,
                        "The login to the hub of the profile '" + client.profile() + "' failed: " + no.message(),
                        "log in as the profile wants it (kinit, or renew its certificate) and try it with: "
                                + client.typed("moshimoshi"));
            case KojiAnswer.Silent no ->
                new KojiFailed(
                        KojiFailure.UNAVAILABLE,
                        "The hub of the profile '" + client.profile() + "' does not answer: " + no.message(),
                        "try again later, or look at the profile's server");
            case KojiAnswer.Untrusted no ->
                new KojiFailed(
                        KojiFailure.UNAVAILABLE,
                        "The certificate of the hub of the profile '" + client.profile() + "' is not trusted: "
                                + no.message(),
                        "if this is the right hub, name the certificate of its authority as serverca in the profile,"
                                + " and the hub in server as its certificate does");
            case KojiAnswer.NoHub no ->
                new KojiFailed(
                        KojiFailure.UNAVAILABLE,
                        "What answers as the hub of the profile '" + client.profile() + "' speaks no XML-RPC: "
                                + no.message(),
                        "look at server in the profile, which ends in /kojihub with most hubs, and at a proxy or a login"
                                + " page before it");
            case KojiAnswer.Unequipped no ->
                new KojiFailed(
                        KojiFailure.UNAVAILABLE,
                        "Koji's client here cannot log in by Kerberos, as the profile '" + client.profile()
                                + "' wants: " + no.message(),
                        KojiEquipment.fix(client.program()));
            case KojiAnswer.Nowhere no ->
                new KojiFailed(
                        KojiFailure.UNAVAILABLE,
                        "The profile '" + client.profile() + "' names no hub: " + no.message(),
                        "write there where the hub is, such as https://koji.example.org/kojihub");
            case KojiAnswer.Given yes ->
                new KojiFailed(
                        KojiFailure.UNAVAILABLE,
                        "Koji's client gave an answer that is not understood: "
                                + yes.output().strip(),
                        "its version may be too old; 1.36 is known to work");
        };
    }

    /** What to do about it, or empty. */
    public String fix() {
        return fix;
    }

    /** Whose fault it is. */
    public KojiFailure kind() {
        return kind;
    }

    /** What is wrong, in a sentence. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
