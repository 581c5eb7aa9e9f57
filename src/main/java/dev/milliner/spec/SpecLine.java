package dev.milliner.spec;

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
            return tag(trimmed);
        }
        return new Plain();
    }

    /** As {@code ^([^\s:]+):\s*(.*?)\s*$} has it, which takes ten times as long. */
    private static SpecLine tag(String line) {
        int colon = line.indexOf(':');
        for (int i = 0; i < colon; i++) {
            if (isSpace(line.charAt(i))) {
                return new Plain();
            }
        }
        if (colon < 1) {
            return new Plain();
        }
        int start = colon + 1;
        int end = line.length();
        while (start < end && isSpace(line.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(line.charAt(end - 1))) {
            end--;
        }
        return new Tag(line.substring(0, colon), line.substring(start, end));
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\n';
    }
}
