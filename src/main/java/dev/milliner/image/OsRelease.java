package dev.milliner.image;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file os-release, after its manual page: assignments as a shell reads them, without expansion. */
final class OsRelease {
    private static final Pattern LINE = Pattern.compile("\\s*([A-Z][A-Z0-9_]*)=(.*?)\\s*");

    private OsRelease() {}

    static Map<String, String> parse(String text) {
        Map<String, String> values = new TreeMap<>();
        text.lines().forEach(line -> {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                values.put(matcher.group(1), unquoted(matcher.group(2)));
            }
        });
        return values;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2
                && (value.charAt(0) == '"' || value.charAt(0) == '\'')
                && value.charAt(value.length() - 1) == value.charAt(0);
        String inner = quoted ? value.substring(1, value.length() - 1) : value;
        return inner.replaceAll("\\\\([\"$`\\\\'])", "$1");
    }
}
