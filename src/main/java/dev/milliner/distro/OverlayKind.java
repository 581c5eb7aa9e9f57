package dev.milliner.distro;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

    /** The kind of a word; empty where azldev knows no such kind. */
    public static Optional<OverlayKind> of(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }

    /** azldev's word for it, such as {@code spec-set-tag}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
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
