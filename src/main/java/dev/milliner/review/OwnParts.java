package dev.milliner.review;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a definition file that may count for one component: all but the tables and names of
 * others. Told by the lines, without parsing. */
final class OwnParts {
    private static final Pattern OF_A_COMPONENT = Pattern.compile(
            "\\s*\\[\\[?\\s*(?:components|\"components\"|'components')\\s*\\.\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s.\\]\"']+))");

    private static final Pattern OF_ANOTHER_KIND =
            Pattern.compile("\\s*\\[\\[?\\s*(?:package-groups|images|test-suites)\\s*[.\\]]");

    /** How headers of long lists are written; there are thousands of them, so that they are not matched. */
    private static final String PLAIN = "[components.";

    /** As many bytes are held against each other at once. */
    private static final int BLOCK = 4096;

    private OwnParts() {}

    private static boolean isBare(char letter) {
        return (letter >= 'a' && letter <= 'z')
                || (letter >= 'A' && letter <= 'Z')
                || (letter >= '0' && letter <= '9')
                || letter == '-'
                || letter == '_';
    }

    /**
     * Tells whether two states of a file may differ for a component. Only what lies between their first and last difference is looked
     * at, from a header to a header, where no string may reach over lines.
     */
    static boolean differ(byte[] before, byte[] after, String component) {
        int start = sharedStart(before, after);
        int end = sharedEnd(before, after, start);
        if (hasLongStrings(before, 0, before.length) || hasLongStrings(after, start, after.length - end)) {
            return !of(text(before, 0, before.length), component).equals(of(text(after, 0, after.length), component));
        }
        return !of(text(before, start, before.length - end), component)
                .equals(of(text(after, start, after.length - end), component));
    }

    private static String text(byte[] bytes, int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    private static boolean hasLongStrings(byte[] bytes, int start, int end) {
        String text = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
        return text.contains("\"\"\"") || text.contains("'''");
    }

    /** Where the table begins in which two texts begin to differ. */
    private static int sharedStart(byte[] one, byte[] other) {
        int differs = Arrays.mismatch(one, other);
        int at = (differs < 0 ? one.length : differs) - 1;
        while (at > 0 && !isHeaderAt(one, at)) {
            at--;
        }
        return Math.max(0, at);
    }

    /** How many bytes of both follow from the first table on behind which they do not differ. */
    private static int sharedEnd(byte[] one, byte[] other, int start) {
        int most = Math.min(one.length, other.length) - start;
        int same = 0;
        while (same + BLOCK <= most && sameBlock(one, other, same)) {
            same += BLOCK;
        }
        while (same < most && one[one.length - same - 1] == other[other.length - same - 1]) {
            same++;
        }
        int header = one.length - same + 1;
        while (header < one.length && !isHeaderAt(one, header)) {
            header++;
        }
        return Math.max(0, one.length - header);
    }

    private static boolean sameBlock(byte[] one, byte[] other, int same) {
        int oneEnd = one.length - same;
        int otherEnd = other.length - same;
        return Arrays.equals(one, oneEnd - BLOCK, oneEnd, other, otherEnd - BLOCK, otherEnd);
    }

    private static boolean isHeaderAt(byte[] text, int at) {
        return text[at] == '[' && text[at - 1] == '\n';
    }

    /** The lines of a file that may count for a component. */
    static String of(String text, String component) {
        return kept(text, component, Lines.TO_COMPARE);
    }

    /** A file in which the lines of others are empty, so that all else stands in its line. */
    static String inPlace(String text, String component) {
        return kept(text, component, Lines.IN_PLACE);
    }

    /** What becomes of the lines that do not count. */
    private enum Lines {
        /** They are left out, comments too. */
        TO_COMPARE,
        /** They are there, and empty. */
        IN_PLACE
    }

    private static String kept(String text, String component, Lines others) {
        StringBuilder own = new StringBuilder();
        OwnLines lines = new OwnLines(component);
        text.lines().forEach(line -> {
            if (lines.count(line)) {
                own.append(line).append('\n');
            } else if (others == Lines.IN_PLACE) {
                own.append('\n');
            }
        });
        return own.toString();
    }

    /** Tells whether a header is of a table of others. */
    static boolean isOfOthers(String header, String component) {
        return owner(header)
                .map(name -> !name.equals(component))
                .orElseGet(() -> OF_ANOTHER_KIND.matcher(header).lookingAt());
    }

    /** Tells whether a line in which nothing is open is a table's header. */
    static boolean isHeader(String line) {
        return line.startsWith("[") || line.stripLeading().startsWith("[");
    }

    /** The component that a header is of; empty where it is of something else, or is written in a way that is not looked into. */
    private static Optional<String> owner(String header) {
        if (header.startsWith(PLAIN)) {
            int end = header.length() - 1;
            int at = PLAIN.length();
            while (at < end && isBare(header.charAt(at))) {
                at++;
            }
            if (at == end && header.charAt(end) == ']') {
                return Optional.of(header.substring(PLAIN.length(), end));
            }
        }
        Matcher found = OF_A_COMPONENT.matcher(header);
        if (!found.lookingAt() || header.contains("\\")) {
            return Optional.empty();
        }
        return Optional.ofNullable(found.group(1))
                .or(() -> Optional.ofNullable(found.group(2)))
                .or(() -> Optional.ofNullable(found.group(3)));
    }
}
