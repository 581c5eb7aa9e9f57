package dev.milliner.distro;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Expressions as RE2's Java port takes them: a brace that begins no count stands for itself, as in {@code %{?dist}}, and
 * groups have no names, as Go lets two have the same one and nothing asks for them.
 */
final class GoRegexText {
    private static final Pattern COUNT = Pattern.compile("\\{(0|[1-9]\\d*)(,(0|[1-9]\\d*)?)?\\}");
    private static final Pattern NAMED = Pattern.compile("\\(\\?P?<\\w+>");

    private GoRegexText() {}

    static String forJava(String regex) {
        GoRegex go = new GoRegex(regex);
        StringBuilder text = new StringBuilder();
        Matcher count = COUNT.matcher(regex);
        Matcher named = NAMED.matcher(regex);
        int at = 0;
        while (at < regex.length()) {
            int end = at + 1;
            switch (regex.charAt(at)) {
                case '\\' -> end = go.endOfEscape(at);
                case '[' -> end = Math.min(go.endOfClass(at), regex.length());
                case '{' -> text.append(count.region(at, regex.length()).lookingAt() ? "" : "\\");
                default -> {}
            }
            if (named.region(at, regex.length()).lookingAt()) {
                text.append('(');
                at = named.end();
            } else {
                text.append(regex, at, end);
                at = end;
            }
        }
        return text.toString();
    }
}
