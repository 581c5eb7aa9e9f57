package dev.milliner.language;

import dev.milliner.text.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names that a KIWI description holds, read without asking whether it is sound. */
final class KiwiNames {
    private static final Pattern PACKAGE = Pattern.compile("<package\\b[^>]*?\\bname\\s*=\\s*[\"']([^\"'<>]+)[\"']");
    private static final Pattern PROFILE = Pattern.compile("<profile\\b[^>]*?\\bname\\s*=\\s*[\"']([^\"'<>]+)[\"']");

    private static final Pattern PROFILES = Pattern.compile("\\bprofiles?\\s*=\\s*[\"']([^\"'<>]+)[\"']");
    private static final Pattern ITEM = Pattern.compile("[^,\\s]+");

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

    /** The packages and profiles that a description names, with their places. */
    static List<Mention> mentions(Document file) {
        List<Mention> mentions = new ArrayList<>();
        TextLines lines = TextLines.of(file.text());
        Matcher packages = PACKAGE.matcher(file.text());
        while (packages.find()) {
            Entity entity = Entity.of(CompletionKind.PACKAGE, packages.group(1));
            mentions.add(mention(file, lines, entity, packages.start(1), false));
        }
        Matcher profiles = PROFILE.matcher(file.text());
        while (profiles.find()) {
            Entity entity = new Entity(CompletionKind.PROFILE, profiles.group(1), file.path());
            mentions.add(mention(file, lines, entity, profiles.start(1), true));
        }
        Matcher uses = PROFILES.matcher(file.text());
        while (uses.find()) {
            Matcher item = ITEM.matcher(file.text()).region(uses.start(1), uses.end(1));
            while (item.find()) {
                Entity entity = new Entity(CompletionKind.PROFILE, item.group(), file.path());
                mentions.add(mention(file, lines, entity, item.start(), false));
            }
        }
        return List.copyOf(mentions);
    }

    private static Mention mention(Document file, TextLines lines, Entity entity, int start, boolean definition) {
        Span span = new Span(start, start + entity.name().length());
        return new Mention(entity, new Place(file.path(), lines.range(span)), definition);
    }
}
