package dev.milliner.distro;

/** The kinds of things a distro's files define. */
public enum Kind {
    COMPONENT("component"),
    COMPONENT_GROUP("component group"),
    PACKAGE("package"),
    PACKAGE_GROUP("package group"),
    IMAGE("image"),
    DISTRO("distro"),
    REPOSITORY("repository"),
    TEST_SUITE("test suite");

    private final String label;

    Kind(String label) {
        this.label = label;
    }

    /** The kind in the field's words, such as {@code component group}. */
    public String label() {
        return label;
    }
}
