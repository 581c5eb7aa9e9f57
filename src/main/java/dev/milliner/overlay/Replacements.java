package dev.milliner.overlay;

import dev.milliner.overlay.Change.SearchReplace;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether two replacements in a spec have nothing to do with one another, whatever they found. In doubt they have. */
final class Replacements {
    /** What stands for itself in an expression, or is escaped to. */
    private static final Pattern LITERAL = Pattern.compile("(?:[\\w\\s%{}/:;,<>=@#!'\"~&-]|\\\\[^\\w\\s])+");

    /** The definition of a macro, which has a line of its own. */
    private static final Pattern DEFINITION = Pattern.compile("\\^?%(?:define|global)\\s+(\\w+)\\s.*");

    private Replacements() {}

    /** The one text that an expression matches; empty where it may match several. */
    static Optional<String> literal(String regex) {
        String plain = regex.replaceFirst("^\\^", "").replaceFirst("(?<!\\\\)\\$$", "");
        return LITERAL.matcher(plain).matches() ? Optional.of(plain.replaceAll("\\\\(.)", "$1")) : Optional.empty();
    }

    /** Tells whether they come to the same in either order, and neither can have hidden what the other does. */
    static boolean areApart(SearchReplace one, SearchReplace other) {
        return defineDifferent(one, other) || haveNothingInCommon(one, other);
    }

    private static boolean defineDifferent(SearchReplace one, SearchReplace other) {
        Optional<String> name = defined(one);
        Optional<String> otherName = defined(other);
        return name.isPresent() && otherName.isPresent() && !name.equals(otherName);
    }

    /** The macro whose definition it gives another value. */
    private static Optional<String> defined(SearchReplace change) {
        Optional<String> name = definition(change.regex());
        return name.equals(definition(change.replacement())) ? name : Optional.empty();
    }

    private static Optional<String> definition(String line) {
        Matcher definition = DEFINITION.matcher(line);
        return definition.matches() ? Optional.of(definition.group(1)) : Optional.empty();
    }

    private static boolean haveNothingInCommon(SearchReplace one, SearchReplace other) {
        return literal(one.regex())
                .flatMap(text -> literal(other.regex()).map(otherText -> List.of(text, one.replacement()).stream()
                        .noneMatch(mine -> overlap(mine, otherText) || overlap(mine, other.replacement()))))
                .orElse(false);
    }

    /** One in the other, or the end of one the beginning of the other; what is nothing joins what is around it. */
    private static boolean overlap(String one, String other) {
        if (one.isEmpty() || other.isEmpty() || one.contains(other) || other.contains(one)) {
            return true;
        }
        for (int length = 1; length < Math.min(one.length(), other.length()); length++) {
            if (one.endsWith(other.substring(0, length)) || other.endsWith(one.substring(0, length))) {
                return true;
            }
        }
        return false;
    }
}
