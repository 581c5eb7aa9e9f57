package dev.milliner.language;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Names that a KIWI description holds, read without asking whether it is sound. */
final class KiwiNames {
    private static final Pattern PACKAGE = Pattern.compile("<package\\b[^>]*?\\bname\\s*=\\s*[\"']([^\"'<>]+)[\"']");
    private static final Pattern PROFILE = Pattern.compile("<profile\\b[^>]*?\\bname\\s*=\\s*[\"']([^\"'<>]+)[\"']");

    private KiwiNames() {}

    static Set<String> packages(String text) {
        return names(PACKAGE, text);
    }

    static Set<String> profiles(String text) {
        return names(PROFILE, text);
    }

    private static Set<String> names(Pattern pattern, String text) {
        Set<String> names = new LinkedHashSet<>();
        pattern.matcher(text).results().forEach(found -> names.add(found.group(1)));
        return names;
    }
}
