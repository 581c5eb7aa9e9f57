package dev.milliner.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the texts of a key name. {@code meanings.toml} says it of each key. */
enum Subject {
    COMPONENT,
    PACKAGE,
    DISTRO,
    /** A version of the distro that is named beside it. */
    VERSION,
    /** A version of the distro that it stands in. */
    OWN_VERSION,
    REPOSITORY,
    REPOSITORY_SET,
    TEMPLATE,
    /** A sub-repository of the template that is named beside it. */
    SUBREPOSITORY,
    TEST_SUITE,
    /** A profile of the KIWI description that is named beside it. */
    PROFILE,
    CHANNEL,
    ARCHITECTURE,
    /** A configuration file, or a glob of such. */
    TREE_GLOB,
    /** An overlay file, or a glob of such. */
    OVERLAY_GLOB,
    /** A spec of the tree, or a glob of such. */
    SPEC_GLOB,
    SPEC_FILE,
    KIWI_FILE,
    TREE_FILE,
    FOLDER,
    /** A file of the component's sources, or a glob of such. */
    SOURCE_GLOB,
    ARCHIVE,
    SECTION,
    SUBPACKAGE,
    TAG,
    /** A value of the tag that is named beside it. */
    TAG_VALUE,
    REGEX,
    /** A build conditional of the spec. */
    CONDITIONAL,
    MACRO,
    /** A source file by its plain name. */
    SOURCE_FILE,
    /** A moment that dist-git is read at. */
    SNAPSHOT;

    private static final Map<String, Subject> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Subject::word, Function.identity()));

    /** The subject of a word such as {@code tree-glob}. */
    static Optional<Subject> of(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Tells whether it is a file of the tree by its path from the folder of the file that names it. */
    boolean isTreePath() {
        return switch (this) {
            case TREE_GLOB, OVERLAY_GLOB, SPEC_GLOB, SPEC_FILE, KIWI_FILE, TREE_FILE, FOLDER -> true;
            case COMPONENT,
                    PACKAGE,
                    DISTRO,
                    VERSION,
                    OWN_VERSION,
                    REPOSITORY,
                    REPOSITORY_SET,
                    TEMPLATE,
                    SUBREPOSITORY,
                    TEST_SUITE,
                    PROFILE,
                    CHANNEL,
                    ARCHITECTURE,
                    SOURCE_GLOB,
                    ARCHIVE,
                    SECTION,
                    SUBPACKAGE,
                    TAG,
                    TAG_VALUE,
                    REGEX,
                    CONDITIONAL,
                    MACRO,
                    SOURCE_FILE,
                    SNAPSHOT -> false;
        };
    }
}
