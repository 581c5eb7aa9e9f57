package dev.milliner.distro;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The headers of components in lines of TOML, in the plain form that nearly all have. */
final class ComponentHeaders {
    /** How the header of a table begins. */
    static final String START = "[components.";

    private static final Pattern NAMED = Pattern.compile("\\[\\[?components\\.([A-Za-z0-9_-]+)[ \\t]*([.\\]].*)?");
    private static final Pattern UNNAMED = Pattern.compile("\\[\\[?components\\.[ \\t]*]?]?");

    private ComponentHeaders() {}

    /** The component that a line's header names; it may lack its end. Empty where the line is no such header. */
    static Optional<String> name(String line) {
        Matcher named = NAMED.matcher(line.strip());
        return named.matches() ? Optional.of(named.group(1)) : Optional.empty();
    }

    /** The components that headers in lines name; empty where another header may stand there. */
    static Optional<Set<String>> names(String lines) {
        Set<String> names = new HashSet<>();
        boolean understood = lines.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("["))
                .allMatch(line -> name(line).map(names::add).isPresent() || isBegun(line));
        return understood ? Optional.of(names) : Optional.empty();
    }

    /** As far as somebody has typed one who has not come to the name. */
    private static boolean isBegun(String line) {
        return START.startsWith(line) || UNNAMED.matcher(line).matches();
    }
}
