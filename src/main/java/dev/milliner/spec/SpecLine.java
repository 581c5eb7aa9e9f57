package dev.milliner.spec;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Optional;

/** What a line of a spec is, given the section it stands in. */
public sealed interface SpecLine {
    /**
     * The header of a section.
     *
     * @param section the section that it starts
     */
    record Header(Section section) implements SpecLine {}

    /**
     * A tag.
     *
     * @param name as it is written, such as {@code Source0}
     * @param value without white space around it
     */
    record Tag(String name, String value) implements SpecLine {}

    /** Anything else. */
    record Plain() implements SpecLine {}

    /** What comes before the colon and after it. */
    Pattern TAG = Pattern.compile("^([^\\s:]+):\\s*(.*?)\\s*$");

    /**
     * Reads a line.
     *
     * @param text the line
     * @param section the section that it stands in
     */
    static SpecLine of(String text, Section section) {
        String trimmed = text.startsWith("#") ? "" : GoText.trim(text);
        if (trimmed.isEmpty()) {
            return new Plain();
        }
        if (trimmed.startsWith("%")) {
            List<String> words = GoText.fields(trimmed);
            Optional<SectionKind> kind = SectionKind.of(words.getFirst());
            if (kind.isPresent()) {
                return new Header(Section.of(kind.get(), words));
            }
        }
        if (section.kind() == SectionKind.PACKAGE) {
            Matcher tag = TAG.matcher(trimmed);
            if (tag.find()) {
                return new Tag(tag.group(1), tag.group(2));
            }
        }
        return new Plain();
    }
}
