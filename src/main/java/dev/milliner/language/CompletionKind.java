package dev.milliner.language;

/** What a completion stands for, which a screen shows as a sign before it. */
public enum CompletionKind {
    KEY,
    TABLE,
    /** One of a few words that the format knows. */
    WORD,
    COMPONENT,
    COMPONENT_GROUP,
    PACKAGE,
    PACKAGE_GROUP,
    IMAGE,
    DISTRO,
    VERSION,
    REPOSITORY,
    REPOSITORY_SET,
    TEMPLATE,
    TEST_SUITE,
    PROFILE,
    CHANNEL,
    TAG,
    SECTION,
    /** A value, as a spec has it. */
    VALUE,
    MACRO,
    ELEMENT,
    ATTRIBUTE,
    FILE,
    FOLDER,
    GLOB,
    /** Several lines at once. */
    SNIPPET
}
