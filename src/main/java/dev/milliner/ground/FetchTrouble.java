package dev.milliner.ground;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/**
 * Why something could not be fetched, in words for the person who can mend it.
 *
 * @param words what is wrong and what to do, as the second half of a sentence without its end
 * @param mayPass whether another try soon may go well
 * @param mistaken whether what was asked for is at fault: the other side answered and has no such thing, or the address is none
 */
public record FetchTrouble(String words, boolean mayPass, boolean mistaken) {
    /** What JGit says of a branch that the other side does not have. */
    private static final Pattern NO_BRANCH = Pattern.compile("Remote does not have (?:refs/heads/)?(\\S+) available");

    /** How JGit and the Java library tell the status of an answer. */
    private static final Pattern STATUS = Pattern.compile("(?:^|\\s)([45]\\d\\d)(?:\\s|$)");

    /** Reads it off an exception and what caused it. */
    public static FetchTrouble of(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable one = failure; one != null && !chain.contains(one); one = one.getCause()) {
            chain.add(one);
        }
        return chain.reversed().stream()
                .map(FetchTrouble::known)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> new FetchTrouble(FileTrouble.words(failure), false, false));
    }

    private static Optional<FetchTrouble> known(Throwable one) {
        return switch (one) {
            case UnknownHostException host ->
                lasting(
                        "the host's name is not known here; look whether this machine has a network, and at the address");
            case NoRouteToHostException way ->
                lasting("there is no way to the host; look whether this machine has a network");
            case ConnectException refused ->
                lasting("the host takes no connection; look at the address, or try again later");
            // It had its time: further tries would keep the user waiting for a minute.
            case SocketTimeoutException silent -> lasting("the host does not answer in time; try again later");
            case SSLException untrusted ->
                lasting("no safe connection comes about (" + message(untrusted)
                        + "); look at this machine's clock and certificates");
            case SocketException broken -> passing("the connection was lost; try again");
            case EOFException cut -> passing("the answer was cut short; try again");
            default -> ofWords(message(one));
        };
    }

    private static Optional<FetchTrouble> ofWords(String message) {
        Matcher branch = NO_BRANCH.matcher(message);
        if (branch.find()) {
            return mistaken("it has no branch " + branch.group(1) + "; look at 'dist-git-branch' of that version");
        }
        if (message.contains("URI not supported")) {
            return mistaken(
                    "its address begins with no way to fetch that is known, such as https; look at the address");
        }
        if (message.contains("not found")) {
            return mistaken(
                    "there is no repository; look at the component's name upstream ('upstream-name') and at the address");
        }
        Matcher status = STATUS.matcher(message);
        if (status.find()) {
            return ofStatus(Integer.parseInt(status.group(1)));
        }
        return message.contains("not authorized") || message.contains("Authentication is required")
                ? lasting("the host wants a name and a password, which Milliner never gives; look at the address")
                : Optional.empty();
    }

    private static Optional<FetchTrouble> ofStatus(int status) {
        return switch (status) {
            case 401, 403 -> lasting("the host refuses it (" + status + "); look at the address");
            case 404, 410 -> mistaken("the host does not have it (" + status + "); look at the name and the address");
            case 408, 429, 500, 502, 503, 504 ->
                passing("the host is busy or broken (" + status + "); try again later");
            default -> lasting("the host refuses it (" + status + ")");
        };
    }

    private static Optional<FetchTrouble> passing(String words) {
        return Optional.of(new FetchTrouble(words, true, false));
    }

    private static Optional<FetchTrouble> lasting(String words) {
        return Optional.of(new FetchTrouble(words, false, false));
    }

    private static Optional<FetchTrouble> mistaken(String words) {
        return Optional.of(new FetchTrouble(words, false, true));
    }

    private static String message(Throwable one) {
        return String.valueOf(one.getMessage());
    }
}
