package dev.milliner.language;

import dev.milliner.spec.Section;
import dev.milliner.spec.Spec;
import dev.milliner.spec.SpecEditException;
import dev.milliner.spec.SpecLine;
import dev.milliner.spec.SpecRead;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a spec says, line by line, for those who name parts of it.
 *
 * @param path where it lies
 * @param lines its lines
 * @param tags its tags, from top to bottom
 * @param sections its sections, from top to bottom, without the preamble
 * @param conditionals the names of its build conditionals
 * @param macros the macros that it defines
 */
record SpecFacts(
        String path,
        List<String> lines,
        List<Tag> tags,
        List<Header> sections,
        List<Definition> conditionals,
        List<Definition> macros) {
    private static final Pattern CONDITION = Pattern.compile("^\\s*%(if\\w*|else|elif\\w*|endif)\\b(.*)$");
    /** Braces of macros that span lines look like tags too. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*(\\([a-z,_ ]+\\))?");

    private static final Pattern DEFINITION = Pattern.compile(
            "^\\s*%(?:\\{!\\?[^:]*:\\s*%)?(global|define|bcond|bcond_with|bcond_without)\\s+(\\w+)(.*)$");

    /**
     * A tag.
     *
     * @param line from 1
     * @param name as it is written
     * @param value as it is written
     * @param packageName the sub-package as its header names it; empty for the main package
     * @param condition the innermost {@code %if} around it; empty where there is none
     */
    record Tag(int line, String name, String value, String packageName, String condition) {}

    /** The header of a section, in a line from 1. */
    record Header(int line, Section section) {}

    /** A macro or build conditional that is defined in a line from 1. */
    record Definition(int line, String name, String value) {}

    /** A spec that is open. */
    static SpecFacts of(Knowledge knowledge, Document document) {
        return knowledge
                .surroundings()
                .texts()
                .of("spec " + document.path(), document.text(), text -> of(document.path(), text));
    }

    /** Reads a spec. */
    static SpecFacts of(String path, String text) {
        Spec spec;
        try {
            spec = Spec.parse(text);
        } catch (SpecEditException unreadable) {
            return new SpecFacts(path, List.of(), List.of(), List.of(), List.of(), List.of());
        }
        Reader reader = new Reader();
        spec.read().forEach(reader::line);
        return new SpecFacts(
                path,
                spec.lines(),
                List.copyOf(reader.tags),
                List.copyOf(reader.sections),
                List.copyOf(reader.conditionals),
                List.copyOf(reader.macros));
    }

    private static final class Reader {
        private final List<Tag> tags = new ArrayList<>();
        private final List<Header> sections = new ArrayList<>();
        private final List<Definition> conditionals = new ArrayList<>();
        private final List<Definition> macros = new ArrayList<>();
        private final Deque<String> conditions = new ArrayDeque<>();

        void line(SpecRead read) {
            int line = read.number() + 1;
            switch (read.line()) {
                case SpecLine.Header header -> sections.add(new Header(line, header.section()));
                case SpecLine.Tag tag when !NAME.matcher(tag.name()).matches() -> {}
                case SpecLine.Tag tag ->
                    tags.add(new Tag(
                            line, tag.name(), tag.value(), read.section().packageName(), condition()));
                case SpecLine.Plain plain -> plain(line, read.text());
            }
        }

        private String condition() {
            return conditions.isEmpty() ? "" : conditions.peek();
        }

        private void plain(int line, String text) {
            if (text.indexOf('%') < 0) {
                return;
            }
            Matcher condition = CONDITION.matcher(text);
            if (condition.matches()) {
                branch(condition.group(1), text.strip());
                return;
            }
            Matcher definition = DEFINITION.matcher(text);
            if (definition.matches()) {
                List<Definition> kind = definition.group(1).startsWith("bcond") ? conditionals : macros;
                kind.add(new Definition(
                        line, definition.group(2), definition.group(3).strip()));
            }
        }

        private void branch(String word, String text) {
            if (word.equals("endif")) {
                conditions.poll();
            } else if (word.startsWith("el")) {
                String opened = conditions.isEmpty() ? "" : conditions.pop();
                conditions.push(word.equals("else") ? "%else of " + opened : text);
            } else {
                conditions.push(text);
            }
        }
    }

    /** The names of its sub-packages, as headers name them. */
    List<String> subpackages() {
        return sections.stream()
                .map(header -> header.section().packageName())
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** Tells whether a line, from 1, stands in a section and sub-package; an empty name fits all. */
    boolean isIn(int line, String sectionName, String packageName) {
        Section section = Section.PREAMBLE;
        for (Header header : sections) {
            if (header.line() > line) {
                break;
            }
            section = header.section();
        }
        return (sectionName.isEmpty() || section.name().equals(sectionName))
                && (packageName.isEmpty() || section.packageName().equals(packageName));
    }
}
