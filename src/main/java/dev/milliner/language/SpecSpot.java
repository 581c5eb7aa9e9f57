package dev.milliner.language;

import dev.milliner.spec.SectionKind;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands at an offset of a spec. */
sealed interface SpecSpot {
    /**
     * A macro.
     *
     * @param span its name
     * @param name the same
     * @param braced whether a brace stands before it
     * @param closed whether a brace stands behind it
     * @param first whether it stands at the start of its line, where a section could
     */
    record InMacro(Span span, String name, boolean braced, boolean closed, boolean first) implements SpecSpot {}

    /**
     * A tag, or the place for one.
     *
     * @param span its name
     * @param name the same
     * @param followed whether a colon follows
     */
    record InTag(Span span, String name, boolean followed) implements SpecSpot {}

    /**
     * The value of a tag.
     *
     * @param tag the tag
     * @param span the word in it
     * @param word the same
     */
    record InValue(String tag, Span span, String word) implements SpecSpot {}

    /** Anything else. */
    record Nothing() implements SpecSpot {}

    /** What comes before a tag's value. */
    Pattern TAG = Pattern.compile("^\\s*([A-Za-z][A-Za-z0-9_]*(?:\\([a-z,_ ]+\\))?)\\s*:\\s*");

    /** A macro as it is used, up to where it may be half typed. */
    Pattern MACRO = Pattern.compile("%(\\{)?[?!]*([A-Za-z_][A-Za-z0-9_]*)?(})?");

    /** A word with a percent sign. */
    Pattern WORD = Pattern.compile("%\\w+");

    /** Words that take packages. */
    Set<String> DEPENDENCIES = Set.of(
            "buildrequires",
            "requires",
            "recommends",
            "suggests",
            "supplements",
            "enhances",
            "conflicts",
            "obsoletes",
            "provides",
            "buildconflicts");

    /** Finds out what stands at an offset. */
    static SpecSpot at(String text, int offset) {
        int start = Lines.startOfLine(text, offset);
        String line = text.substring(start, Lines.endOfLine(text, offset));
        int at = offset - start;
        if (line.stripLeading().startsWith("#")) {
            return new Nothing();
        }
        Matcher macro = MACRO.matcher(line);
        while (macro.find()) {
            int from = macro.start(2) >= 0 ? macro.start(2) : macro.end();
            int to = macro.start(2) >= 0 ? macro.end(2) : macro.end();
            if (macro.start() < at && from <= at && at <= to) {
                String name = macro.group(2) == null ? "" : macro.group(2);
                Span span = new Span(start + from, start + to);
                boolean first = line.substring(0, macro.start()).isBlank();
                return new InMacro(span, name, macro.group(1) != null, macro.group(3) != null, first);
            }
        }
        return isTagSection(text, start) ? inTags(line, start, at) : new Nothing();
    }

    private static SpecSpot inTags(String line, int start, int at) {
        Matcher tag = TAG.matcher(line);
        if (tag.find()) {
            if (at <= tag.end(1)) {
                return new InTag(new Span(start + tag.start(1), start + tag.end(1)), tag.group(1), true);
            }
            return at < tag.end() ? new Nothing() : value(line, tag, start, at);
        }
        String word = line.strip();
        boolean one = word.chars().allMatch(Character::isLetterOrDigit);
        int from = line.length() - line.stripLeading().length();
        return one && at >= from && at <= from + word.length()
                ? new InTag(new Span(start + from, start + from + word.length()), word, false)
                : new Nothing();
    }

    private static SpecSpot value(String line, Matcher tag, int start, int at) {
        int from = at;
        while (from > tag.end() && " \t,".indexOf(line.charAt(from - 1)) < 0) {
            from--;
        }
        int to = at;
        while (to < line.length() && " \t,".indexOf(line.charAt(to)) < 0) {
            to++;
        }
        return new InValue(tag.group(1), new Span(start + from, start + to), line.substring(from, to));
    }

    /** Tells whether the line at an offset stands in the preamble or in the tags of a sub-package. */
    private static boolean isTagSection(String text, int lineStart) {
        int at = lineStart;
        while (at > 0) {
            int start = Lines.startOfLine(text, at - 1);
            if (text.charAt(start) == '%') {
                Matcher word = WORD.matcher(text).region(start, text.length());
                Optional<SectionKind> kind = word.lookingAt() ? SectionKind.of(word.group()) : Optional.empty();
                if (kind.isPresent()) {
                    return kind.get() == SectionKind.PACKAGE;
                }
            }
            at = start;
        }
        return true;
    }
}
