package dev.milliner.overlay.derive;

import dev.milliner.overlay.Change;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Patterns of file names. */
final class Globs {
    private static final Pattern WILDCARD = Pattern.compile("[*?\\[{]");
    private static final Pattern SPECIAL = Pattern.compile("[*?\\[\\]{},\\\\]");

    private Globs() {}

    /** Tells whether a change may reach more files than one. */
    static boolean isWide(Change change) {
        return switch (change) {
            case Change.PrependToFiles c -> c.glob().startsWith("*");
            case Change.ReplaceInFiles c -> c.glob().startsWith("*");
            case Change.RemoveFiles c -> c.glob().startsWith("*");
            default -> false;
        };
    }

    /** A pattern that one name alone fits. Without wildcards azldev takes it as it is written, backslashes too. */
    static String literal(String name) {
        return WILDCARD.matcher(name).find()
                ? SPECIAL.matcher(name).replaceAll(match -> Matcher.quoteReplacement("\\" + match.group()))
                : name;
    }
}
