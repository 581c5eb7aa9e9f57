package dev.milliner.distro;

import java.util.Arrays;
import java.util.List;

/** The words that a text of the format may be, where azldev knows them all. What is checked and what is offered come from here. */
public enum Vocabulary {
    OVERLAY_TYPE(Arrays.stream(OverlayKind.values()).map(OverlayKind::word).toList()),
    SPEC_TYPE(List.of("local", "upstream")),
    RELEASE_CALCULATION(List.of("auto", "autorelease", "static", "manual")),
    HASH_TYPE(List.of("SHA256", "SHA512")),
    ORIGIN_TYPE(List.of("download", "custom", "overlay")),
    CATEGORY(List.of(
            "azl-branding-policy",
            "azl-compatibility",
            "azl-disable-flaky-tests",
            "azl-disable-unsupported-tests",
            "azl-platform-adaptation",
            "azl-pruning",
            "azl-release-management",
            "azl-security-compliance",
            "azl-temp-workaround",
            "upstream-backport")),
    UPSTREAM_STATUS(List.of("inapplicable", "needs-upstream-hook", "unknown", "upstreamable", "upstreamed")),
    REPOSITORY_TYPE(List.of("rpm-md")),
    SUBREPO_KIND(List.of("binary", "debug", "source")),
    TEST_TYPE(List.of("pytest", "lisa")),
    INSTALL(List.of("pyproject", "requirements", "none"));

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of alone
    private final List<String> words;

    Vocabulary(List<String> words) {
        this.words = List.copyOf(words);
    }

    /** The words, in the order messages name them. */
    public List<String> words() {
        return words;
    }

    /** Tells whether a text is one of the words. */
    public boolean has(String text) {
        return words.contains(text);
    }

    /** Tells whether a text is none of the words, nor empty, which counts as not set. */
    boolean lacks(String text) {
        return !text.isEmpty() && !has(text);
    }

    /** The words as a message lists them, such as {@code a, b or c}. */
    String choice() {
        String first = String.join(", ", words.subList(0, words.size() - 1));
        return first.isEmpty() ? words.getLast() : first + " or " + words.getLast();
    }
}
