package dev.milliner.distro;

import java.util.Locale;
import java.util.Optional;

/**
 * A URL as Go's {@code net/url} takes it apart: it accepts and refuses what azldev does, which java.net.URI would not.
 *
 * @param scheme in lower case, or empty
 * @param opaque what follows the scheme where no slash does
 * @param host the host with its port
 * @param path the path, not unescaped
 * @param query what follows the question mark
 * @param fragment what follows the hash
 */
record GoUrl(String scheme, String opaque, String host, String path, String query, String fragment) {
    private static final String HOST_MARKS = "-_.~!$&'()*+,;=:[]<>\"";
    private static final String USER_MARKS = "-._:~!$&'()*+,;=%@";

    /** Takes a URL apart; empty where Go finds an error. */
    static Optional<GoUrl> parse(String text) {
        if (text.chars().anyMatch(character -> character < ' ' || character == 0x7f)) {
            return Optional.empty();
        }
        int hash = text.indexOf('#');
        String fragment = hash < 0 ? "" : text.substring(hash + 1);
        String rest = hash < 0 ? text : text.substring(0, hash);
        int colon = schemeEnd(rest);
        if (colon == 0 || !escapesAreSound(fragment)) {
            return Optional.empty();
        }
        String scheme = colon < 0 ? "" : rest.substring(0, colon).toLowerCase(Locale.ROOT);
        rest = rest.substring(colon + 1);
        int mark = rest.indexOf('?');
        String query = mark < 0 ? "" : rest.substring(mark + 1);
        rest = mark < 0 ? rest : rest.substring(0, mark);
        if (!rest.startsWith("/")) {
            return withoutSlash(scheme, rest, query, fragment);
        }
        String host = "";
        if (rest.startsWith("//") && (!scheme.isEmpty() || !rest.startsWith("///"))) {
            int slash = rest.indexOf('/', 2);
            String authority = slash < 0 ? rest.substring(2) : rest.substring(2, slash);
            rest = slash < 0 ? "" : rest.substring(slash);
            int at = authority.lastIndexOf('@');
            host = authority.substring(at + 1);
            if (!isUser(authority.substring(0, Math.max(at, 0))) || !isHost(host)) {
                return Optional.empty();
            }
        }
        return escapesAreSound(rest)
                ? Optional.of(new GoUrl(scheme, "", host, rest, query, fragment))
                : Optional.empty();
    }

    private static Optional<GoUrl> withoutSlash(String scheme, String rest, String query, String fragment) {
        if (!scheme.isEmpty()) {
            return Optional.of(new GoUrl(scheme, rest, "", "", query, fragment));
        }
        String first = rest.split("/", 2)[0];
        return first.contains(":") || !escapesAreSound(rest)
                ? Optional.empty()
                : Optional.of(new GoUrl("", "", "", rest, query, fragment));
    }

    /** The place of the colon behind the scheme; -1 where there is no scheme, 0 where it is missing before the colon. */
    private static int schemeEnd(String text) {
        for (int at = 0; at < text.length(); at++) {
            char here = text.charAt(at);
            boolean letter = (here >= 'a' && here <= 'z') || (here >= 'A' && here <= 'Z');
            boolean later = (here >= '0' && here <= '9') || here == '+' || here == '-' || here == '.';
            if (here == ':') {
                return at;
            }
            if (!letter && (!later || at == 0)) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean escapesAreSound(String text) {
        for (int at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
            if (at + 2 >= text.length() || hex(text, at + 1) < 0 || hex(text, at + 2) < 0) {
                return false;
            }
        }
        return true;
    }

    private static int hex(String text, int at) {
        return text.charAt(at) < 128 ? Character.digit(text.charAt(at), 16) : -1;
    }

    private static boolean isUser(String user) {
        return escapesAreSound(user)
                && user.chars().allMatch(character -> isAlphanumeric(character) || USER_MARKS.indexOf(character) >= 0);
    }

    private static boolean isHost(String host) {
        if (host.startsWith("[")) {
            int close = host.lastIndexOf(']');
            return close > 0 && isAddress(host.substring(1, close)) && isPort(host.substring(close + 1));
        }
        int colon = host.lastIndexOf(':');
        return (colon < 0 || isPort(host.substring(colon)))
                && host.chars().allMatch(GoUrl::mayStandInHost)
                && escapesAreNotAscii(host);
    }

    private static boolean isPort(String text) {
        return text.isEmpty()
                || (text.startsWith(":")
                        && text.chars().skip(1).allMatch(character -> character >= '0' && character <= '9'));
    }

    /** An IPv6 address, with or without a zone. */
    private static boolean isAddress(String text) {
        int zone = text.indexOf("%25");
        String address = zone < 0 ? text : text.substring(0, zone);
        if (zone == 0 || (zone > 0 && zone + 3 == text.length()) || (zone < 0 && text.indexOf('%') >= 0)) {
            return false;
        }
        int gap = address.indexOf("::");
        if (gap < 0) {
            return groups(address) == 8;
        }
        int before = gap == 0 ? 0 : groups(address.substring(0, gap));
        String rest = address.substring(gap + 2);
        int behind = rest.isEmpty() ? 0 : groups(rest);
        return before >= 0 && behind >= 0 && before + behind < 8;
    }

    /** How many groups of 16 bits a part of an address holds; very negative where it is no such part. */
    private static int groups(String part) {
        int count = 0;
        String[] groups = part.split(":", -1);
        for (int index = 0; index < groups.length; index++) {
            boolean last = index == groups.length - 1;
            if (last && groups[index].matches("(25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}")) {
                count += 2;
            } else if (groups[index].matches("[0-9a-fA-F]{1,4}")) {
                count++;
            } else {
                return -100;
            }
        }
        return count;
    }

    private static boolean mayStandInHost(int character) {
        return character >= 128 || character == '%' || isAlphanumeric(character) || HOST_MARKS.indexOf(character) >= 0;
    }

    /** A host may hold escapes of what is not ASCII only. */
    private static boolean escapesAreNotAscii(String host) {
        if (!escapesAreSound(host)) {
            return false;
        }
        for (int at = host.indexOf('%'); at >= 0; at = host.indexOf('%', at + 1)) {
            if (hex(host, at + 1) < 8) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAlphanumeric(int character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9');
    }
}
