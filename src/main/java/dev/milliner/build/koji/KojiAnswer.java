package dev.milliner.build.koji;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    /** The client names the class of what went wrong; it is the only mark of a cause that a program can read. */
    Pattern ERROR = Pattern.compile("\\[ERROR] koji: (?:(\\w+): )?(.*)");

    /** Classes of errors that say that nobody answered, or that the answer was lost on its way. */
    Set<String> SILENCE = Set.of(
            "ServerOffline",
            "ConnectionError",
            "ConnectTimeout",
            "ReadTimeout",
            "Timeout",
            "ChunkedEncodingError",
            "ConnectionResetError",
            "ConnectionRefusedError",
            "RemoteDisconnected",
            "ProtocolError",
            "ResponseError",
            "RetryError",
            "KeyboardInterrupt");

    /** Classes of errors that say that the login failed. */
    Set<String> LOGIN = Set.of("AuthError", "AuthLockError", "AuthExpired", "GSSAPIAuthError", "GSSError", "KrbError");

    /** Understands how a command ended, by what Koji's client 1.36 prints. */
    static KojiAnswer of(int status, String output, String errors) {
        if (status == 0) {
            return new Given(output);
        }
        Matcher error = ERROR.matcher(errors);
        if (error.find()) {
            String kind = error.group(1) == null ? "" : error.group(1);
            return of(kind, error.group(2).strip());
        }
        String last = lastLine(errors);
        if (last.contains("Unable to connect to server")) {
            return new Silent(last);
        }
        if (last.contains("Unable to log in")) {
            return new Stranger(last);
        }
        // A client that is killed or interrupted says nothing at all.
        return last.isEmpty() || status > 128
                ? new Silent("the client ended with status " + status)
                : new Refused(last);
    }

    private static KojiAnswer of(String kind, String message) {
        if (kind.equals("HTTPError")) {
            return message.startsWith("401") ? new Stranger(message) : httpError(message);
        }
        if (SILENCE.contains(kind)) {
            return new Silent(kind + ": " + message);
        }
        boolean unknown = message.contains("must be logged in") || message.contains("user not logged in");
        // With authtype = password and no user given, the client stumbles over the missing name.
        boolean nameless = kind.equals("KeyError") && message.equals("'user'");
        if (LOGIN.contains(kind) || unknown || nameless) {
            return new Stranger(nameless ? "the profile logs in by password, but no user is given" : message);
        }
        return new Refused(kind.isEmpty() ? message : kind + ": " + message);
    }

    private static KojiAnswer httpError(String message) {
        return message.startsWith("5") || message.startsWith("429")
                ? new Silent("HTTPError: " + message)
                : new Refused("HTTPError: " + message);
    }

    /** Usage errors come behind the usage. */
    private static String lastLine(String errors) {
        return errors.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .reduce((first, second) -> second)
                .map(line -> line.startsWith("koji: error: ") ? line.substring("koji: error: ".length()) : line)
                .orElse("");
    }
}
