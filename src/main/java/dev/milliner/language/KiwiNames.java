package dev.milliner.language;

import dev.milliner.text.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
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

    /** Where a profile's name stands that a description defines. */
    static Optional<Span> profile(String text, String name) {
        return PROFILE.matcher(text)
                .results()
                .filter(found -> found.group(1).equals(name))
                .map(found -> new Span(found.start(1), found.end(1)))
                .findFirst();
    }

    private static Set<String> names(Pattern pattern, String text) {
        Set<String> names = new LinkedHashSet<>();
        pattern.matcher(text).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    /** The packages that a description names, with their places. */
    static List<Mention> mentions(Document file) {
        List<Mention> mentions = new ArrayList<>();
        Matcher matcher = PACKAGE.matcher(file.text());
        while (matcher.find()) {
            Span span = new Span(matcher.start(1), matcher.end(1));
            mentions.add(new Mention(
                    Entity.of(CompletionKind.PACKAGE, matcher.group(1)),
                    new Place(file.path(), span.in(file.text())),
                    false));
        }
        return mentions;
    }
}
