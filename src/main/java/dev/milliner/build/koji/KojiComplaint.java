package dev.milliner.build.koji;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what Koji's client prints of what went wrong: the class of its error is the only mark that a program can read. */
final class KojiComplaint {
    private static final Pattern ERROR = Pattern.compile("\\[ERROR] koji: (?:(\\w+): )?(.*)");

    /** Classes of errors that say that nobody answered, or that the answer was lost on its way. */
    private static final Set<String> SILENCE = Set.of(
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
            "RetryError",
            "KeyboardInterrupt");

    /** Classes of errors that say that the login failed. */
    private static final Set<String> LOGIN =
            Set.of("AuthError", "AuthLockError", "AuthExpired", "GSSAPIAuthError", "GSSError", "KrbError");

    /** Classes of errors of Python's readers of XML and XML-RPC. */
    private static final Set<String> NO_XML_RPC = Set.of("ExpatError", "ResponseError", "UnmarshalError");

    /** What OpenSSL, or Python in its place, says of a certificate. */
    private static final Pattern CERTIFICATE = Pattern.compile(
            "certificate verify failed: (.+?)\\.? \\(_ssl|(certificate (?:verify failed|revoked|expired))"
                    + "|(hostname '[^']*' doesn't match [^)]*)");

    /** The innermost cause in the words of the client's HTTP library. */
    private static final Pattern CAUSE =
            Pattern.compile("\\[Errno -?\\d+] ([^\"')]+)|\\[SSL: \\w+] ([^(]+?) \\(_ssl|(timed out)");

    private static final String UNREACHABLE = "Unable to connect to server";

    private static final String NO_ANSWER = "no answer within ";

    private KojiComplaint() {}

    /** Whether the client reached nobody and keeps the reason to itself. */
    static boolean saysNotWhy(String message) {
        return message.endsWith(UNREACHABLE) || message.startsWith(NO_ANSWER);
    }

    /** What a client came to that was ended, as it went on trying. */
    static KojiAnswer late(Duration patience) {
        return new KojiAnswer.Silent(NO_ANSWER + patience.toSeconds() + " s");
    }

    /**
     * What a command came to that did not do what it was asked.
     *
     * @param status its exit status
     * @param errors what it printed to standard error
     */
    static KojiAnswer read(int status, String errors) {
        Matcher error = ERROR.matcher(errors);
        if (error.find()) {
            String kind = error.group(1) == null ? "" : error.group(1);
            return certificate(errors).orElseGet(() -> of(kind, error.group(2).strip()));
        }
        String last = lastLine(errors);
        if (saysNotWhy(last)) {
            return new KojiAnswer.Silent(last);
        }
        if (last.contains("Unable to log in")) {
            return new KojiAnswer.Stranger(last);
        }
        // A client that is killed or interrupted says nothing at all.
        return last.isEmpty() || status > 128
                ? new KojiAnswer.Silent("the client ended with status " + status)
                : new KojiAnswer.Refused(last);
    }

    /**
     * Why nobody could be reached, where the client was told to say so.
     *
     * @param errors what it printed with {@code --debug}
     * @param otherwise what it said before, where that tells no more
     */
    static KojiAnswer unreachable(String errors, KojiAnswer otherwise) {
        String last = lastLine(errors);
        Matcher cause = CAUSE.matcher(last);
        return certificate(last)
                .orElseGet(
                        () -> cause.find() ? new KojiAnswer.Silent(UNREACHABLE + ": " + firstGroup(cause)) : otherwise);
    }

    private static Optional<KojiAnswer> certificate(String errors) {
        Matcher certificate = CERTIFICATE.matcher(errors);
        return certificate.find() ? Optional.of(new KojiAnswer.Untrusted(firstGroup(certificate))) : Optional.empty();
    }

    private static String firstGroup(Matcher match) {
        for (int group = 1; group <= match.groupCount(); group++) {
            if (match.group(group) != null) {
                return match.group(group).strip();
            }
        }
        return match.group();
    }

    private static KojiAnswer of(String kind, String message) {
        if (kind.equals("HTTPError")) {
            return httpError(message);
        }
        if (SILENCE.contains(kind)) {
            return new KojiAnswer.Silent(kind + ": " + message);
        }
        // Of a version that is no number the client makes a mistake of its own.
        if (NO_XML_RPC.contains(kind) || kind.equals("TypeError")) {
            return new KojiAnswer.NoHub(message.replace("ResponseError()", "no answer of a method in it"));
        }
        if (kind.equals("ImportError") || kind.equals("PythonImportError")) {
            return new KojiAnswer.Unequipped(message);
        }
        boolean unknown = message.contains("must be logged in") || message.contains("user not logged in");
        // With authtype = password and no user given, the client stumbles over the missing name.
        boolean nameless = kind.equals("KeyError") && message.equals("'user'");
        if (LOGIN.contains(kind) || unknown || nameless) {
            return new KojiAnswer.Stranger(
                    nameless ? "the profile logs in by password, but no user is given" : message);
        }
        return new KojiAnswer.Refused(kind.isEmpty() ? message : kind + ": " + message);
    }

    private static KojiAnswer httpError(String message) {
        if (message.startsWith("401")) {
            return new KojiAnswer.Stranger(message);
        }
        if (message.startsWith("405") || message.startsWith("501")) {
            return new KojiAnswer.NoHub(message);
        }
        return message.startsWith("5") || message.startsWith("429")
                ? new KojiAnswer.Silent("HTTPError: " + message)
                : new KojiAnswer.Refused("HTTPError: " + message);
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
