package dev.milliner.distro;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** azldev's kinds of overlays. */
public enum OverlayKind {
    SPEC_ADD_TAG,
    SPEC_INSERT_TAG,
    SPEC_SET_TAG,
    SPEC_UPDATE_TAG,
    SPEC_REMOVE_TAG,
    SPEC_PREPEND_LINES,
    SPEC_APPEND_LINES,
    SPEC_SEARCH_REPLACE,
    SPEC_REMOVE_SECTION,
    SPEC_REMOVE_SUBPACKAGE,
    PATCH_ADD,
    PATCH_REMOVE,
    FILE_PREPEND_LINES,
    FILE_SEARCH_REPLACE,
    FILE_ADD,
    FILE_REMOVE,
    FILE_RENAME;

    private static final Map<String, OverlayKind> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(OverlayKind::word, Function.identity()));

    private static final Set<String> FOR_ALL = Set.of("type", "description", "metadata");

    /** The kind of a word; empty where azldev knows no such kind. */
    public static Optional<OverlayKind> of(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }

    /** azldev's word for it, such as {@code spec-set-tag}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The keys that it needs beside {@code type}, in the order azldev asks for them. */
    public List<String> needs() {
        return switch (this) {
            case SPEC_ADD_TAG, SPEC_INSERT_TAG, SPEC_SET_TAG, SPEC_UPDATE_TAG -> List.of("tag", "value");
            case SPEC_REMOVE_TAG -> List.of("tag");
            case SPEC_PREPEND_LINES, SPEC_APPEND_LINES -> List.of("lines");
            case SPEC_SEARCH_REPLACE -> List.of("regex");
            case SPEC_REMOVE_SECTION -> List.of("section");
            case SPEC_REMOVE_SUBPACKAGE -> List.of("package");
            case PATCH_ADD -> List.of("source");
            case PATCH_REMOVE, FILE_REMOVE -> List.of("file");
            case FILE_PREPEND_LINES -> List.of("file", "lines");
            case FILE_SEARCH_REPLACE -> List.of("file", "regex");
            case FILE_ADD -> List.of("file", "source");
            case FILE_RENAME -> List.of("file", "replacement");
        };
    }

    /** The keys that count for it beside those that it needs and those that count for all. */
    public List<String> takes() {
        return switch (this) {
            case SPEC_ADD_TAG, SPEC_INSERT_TAG, SPEC_SET_TAG, SPEC_UPDATE_TAG -> List.of("package");
            case SPEC_REMOVE_TAG -> List.of("value", "package");
            case SPEC_PREPEND_LINES, SPEC_APPEND_LINES -> List.of("section", "package");
            case SPEC_SEARCH_REPLACE -> List.of("replacement", "section", "package");
            case SPEC_REMOVE_SECTION -> List.of("package");
            case PATCH_ADD -> List.of("file", "package");
            case FILE_SEARCH_REPLACE -> List.of("replacement", "archive");
            case FILE_REMOVE -> List.of("archive");
            case SPEC_REMOVE_SUBPACKAGE, PATCH_REMOVE, FILE_PREPEND_LINES, FILE_ADD, FILE_RENAME -> List.of();
        };
    }

    /** Tells whether a key counts for overlays of all kinds. */
    public static boolean forAll(String key) {
        return FOR_ALL.contains(key);
    }

    /** Tells whether it changes the spec's text line by line, rather than files of the sources. */
    public boolean changesSpec() {
        return switch (this) {
            case SPEC_ADD_TAG,
                    SPEC_INSERT_TAG,
                    SPEC_SET_TAG,
                    SPEC_UPDATE_TAG,
                    SPEC_REMOVE_TAG,
                    SPEC_PREPEND_LINES,
                    SPEC_APPEND_LINES,
                    SPEC_SEARCH_REPLACE,
                    SPEC_REMOVE_SECTION,
                    SPEC_REMOVE_SUBPACKAGE -> true;
            case PATCH_ADD, PATCH_REMOVE, FILE_PREPEND_LINES, FILE_SEARCH_REPLACE, FILE_ADD, FILE_REMOVE, FILE_RENAME ->
                false;
        };
    }

    /** Tells whether it replaces what a regular expression matches. */
    public boolean replacesMatches() {
        return this == SPEC_SEARCH_REPLACE || this == FILE_SEARCH_REPLACE;
    }

    /** Tells whether it gives a tag a value. */
    public boolean setsTag() {
        return this == SPEC_SET_TAG || this == SPEC_UPDATE_TAG;
    }

    /** Tells whether it can change what is in an archive. */
    public boolean fitsArchive() {
        return this == FILE_REMOVE || this == FILE_SEARCH_REPLACE;
    }
}
