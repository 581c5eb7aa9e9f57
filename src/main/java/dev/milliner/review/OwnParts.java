package dev.milliner.review;

import dev.milliner.text.LineLexer;
import dev.milliner.toml.TomlLexer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a definition file that may count for one component: all but the tables of others. Told by the lines, without parsing. */
final class OwnParts {
    private static final Pattern OF_A_COMPONENT = Pattern.compile(
            "\\s*\\[\\[?\\s*(?:components|\"components\"|'components')\\s*\\.\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s.\\]\"']+))");

    /** How headers of long lists are written; there are thousands of them, so that they are not matched. */
    private static final String PLAIN = "[components.";

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
        String one = new String(before, StandardCharsets.UTF_8);
        String other = new String(after, StandardCharsets.UTF_8);
        if (hasLongStrings(one) || hasLongStrings(other)) {
            return !of(one, component).equals(of(other, component));
        }
        int start = sharedStart(one, other);
        int end = sharedEnd(one, other, start);
        return !of(one.substring(start, one.length() - end), component)
                .equals(of(other.substring(start, other.length() - end), component));
    }

    private static boolean hasLongStrings(String text) {
        return text.contains("\"\"\"") || text.contains("'''");
    }

    private static int sharedStart(String one, String other) {
        int most = Math.min(one.length(), other.length());
        int same = 0;
        while (same < most && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return Math.max(0, one.lastIndexOf("\n[", same - 2) + 1);
    }

    private static int sharedEnd(String one, String other, int start) {
        int most = Math.min(one.length(), other.length()) - start;
        int same = 0;
        while (same < most && one.charAt(one.length() - same - 1) == other.charAt(other.length() - same - 1)) {
            same++;
        }
        int header = one.indexOf("\n[", one.length() - same);
        return header < 0 ? 0 : one.length() - header - 1;
    }

    /** The lines of a file that may count for a component. */
    static String of(String text, String component) {
        StringBuilder own = new StringBuilder();
        TomlLexer lexer = new TomlLexer();
        int state = LineLexer.START;
        boolean isOther = false;
        for (String line : text.lines().toList()) {
            if (state == LineLexer.START && isHeader(line)) {
                isOther = owner(line).filter(name -> !name.equals(component)).isPresent();
            } else {
                state = lexer.lex(line, state, (start, end, kind) -> {});
            }
            if (!isOther) {
                own.append(line).append('\n');
            }
        }
        return own.toString();
    }

    private static boolean isHeader(String line) {
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
