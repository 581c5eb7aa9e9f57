package dev.milliner.workbench.editor;

import dev.milliner.language.TextKind;
import dev.milliner.language.TextLines;
import dev.milliner.language.TomlHeader;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Says in which table, under which key or in which section a line stands. */
final class Outline {
    private static final Pattern HEADER = Pattern.compile("^\\s*\\[\\[?\\s*(.*?)\\s*\\]\\]?\\s*(?:#.*)?$");
    private static final Pattern KEY = Pattern.compile("^\\s*((?:[A-Za-z0-9_.-]|\"[^\"]*\"|'[^']*')+)\\s*=");
    private static final Pattern SECTION = Pattern.compile(
            "^%(package|description|prep|build|install|check|files|changelog|pre|post|preun|postun|sourcelist|patchlist)\\b.*");
    private static final Pattern ELEMENT = Pattern.compile("<([A-Za-z][\\w-]*)[^>]*?(/?)>");

    private Outline() {}

    /**
     * Answers the names from the outside in.
     *
     * @param language what the text is
     * @param line the line, from 0
     * @param text reads a line
     * @param startsInsideValue tells whether a line begins inside a value that started above
     */
    static List<String> at(
            TextKind language, int line, IntFunction<String> text, java.util.function.IntPredicate startsInsideValue) {
        return switch (language) {
            case TOML -> toml(line, text, startsInsideValue);
            case SPEC -> nearest(line, text, SECTION, 0);
            case XML -> nearest(line, text, ELEMENT, 1);
            case PLAIN -> List.of();
        };
    }

    private static List<String> toml(
            int line, IntFunction<String> text, java.util.function.IntPredicate startsInsideValue) {
        int start = line;
        while (start > 0 && startsInsideValue.test(start)) {
            start--;
        }
        List<String> keys = key(text.apply(start)).stream().toList();
        for (int at = start; at >= 0; at--) {
            String header = text.apply(at);
            if (!startsInsideValue.test(at) && isHeader(TextKind.TOML, header)) {
                Stream<String> own = at == start ? Stream.empty() : keys.stream();
                return Stream.concat(table(header).stream(), own).toList();
            }
        }
        return keys;
    }

    /** The table that a header names, as it is written; of one that is half typed, what it names so far. */
    private static Optional<String> table(String header) {
        Matcher whole = HEADER.matcher(header);
        String name = whole.matches()
                ? whole.group(1)
                : String.join(".", TomlHeader.of(TextLines.of(header), 0).path());
        return Optional.of(name).filter(some -> !some.isEmpty());
    }

    /** Tells whether a line that begins outside of a value is the header of a table or of a section, be it broken. */
    static boolean isHeader(TextKind language, String line) {
        return switch (language) {
            case TOML -> line.stripLeading().startsWith("[");
            case SPEC -> line.startsWith("%") && SECTION.matcher(line).find();
            case XML, PLAIN -> false;
        };
    }

    /** The key that a line of TOML begins, as it is written; empty for none. */
    static Optional<String> key(String line) {
        Matcher key = KEY.matcher(line);
        return key.find() ? Optional.of(key.group(1)) : Optional.empty();
    }

    private static List<String> nearest(int line, IntFunction<String> text, Pattern pattern, int group) {
        for (int at = line; at >= 0; at--) {
            Matcher matcher = pattern.matcher(text.apply(at));
            if (matcher.find()) {
                return List.of(matcher.group(group));
            }
        }
        return List.of();
    }
}
