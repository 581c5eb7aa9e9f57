package dev.milliner.review;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Values as people read them. */
final class ValueText {
    private static final int LONGEST = 120;

    private ValueText() {}

    /**
     * A value in one line: texts without quotes, lists with commas, paths relative to the root, no more than 120 characters.
     *
     * @param root the tree's root; empty where paths stay as they are
     */
    static String of(JsonNode value, String root) {
        String whole = root.isEmpty() ? words(value) : words(value).replace(root + "/", "");
        String text = whole.replaceAll("\\s*\\R\\s*", " ");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    private static String words(JsonNode value) {
        if (value.isString()) {
            return value.asString();
        }
        if (value.isArray()) {
            return value.valueStream().map(ValueText::words).collect(Collectors.joining(", "));
        }
        if (value.has("filename")) {
            return value.path("filename").asString();
        }
        return value.has("type") ? overlay(value) : value.toString();
    }

    /** An overlay by its kind and what it is done to. */
    private static String overlay(JsonNode overlay) {
        return Stream.of("type", "package", "section", "tag", "file")
                .filter(overlay::has)
                .map(key -> overlay.path(key).asString())
                .collect(Collectors.joining(" "));
    }
}
