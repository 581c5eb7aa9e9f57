package dev.milliner.workbench.editor;

import dev.milliner.language.TextKind;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
        Matcher key = KEY.matcher(text.apply(start));
        List<String> keys = key.find() ? List.of(key.group(1)) : List.of();
        for (int at = start; at >= 0; at--) {
            Matcher header = HEADER.matcher(text.apply(at));
            if (!startsInsideValue.test(at) && header.matches()) {
                return keys.isEmpty() || at == start
                        ? List.of(header.group(1))
                        : List.of(header.group(1), keys.getFirst());
            }
        }
        return keys;
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
