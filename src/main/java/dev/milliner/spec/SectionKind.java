package dev.milliner.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The kinds of sections, by what their lines are. The names are those that azldev knows. */
public enum SectionKind {
    /** Tags of a package; also the preamble. */
    PACKAGE("%package"),
    /** Shell or another script. */
    SCRIPT(
            "%prep",
            "%generate_buildrequires",
            "%conf",
            "%build",
            "%install",
            "%check",
            "%clean",
            "%verify",
            "%pre",
            "%post",
            "%preun",
            "%postun",
            "%pretrans",
            "%posttrans",
            "%preuntrans",
            "%postuntrans",
            "%triggerin",
            "%triggerun",
            "%triggerprein",
            "%triggerpostun",
            "%filetriggerin",
            "%filetriggerun",
            "%filetriggerpostun",
            "%transfiletriggerin",
            "%transfiletriggerun",
            "%transfiletriggerpostun"),
    /** Text. */
    DESCRIPTION("%description"),
    /** The files of a package. */
    FILES("%files"),
    /** The change log. */
    CHANGELOG("%changelog"),
    /** Names of patches or sources. */
    SOURCE_LIST("%patchlist", "%sourcelist");

    /** Sections of rpm's that azldev takes for no section. */
    private static final Set<String> RPM_ALONE = Set.of("%verifyscript", "%sepolicy");

    private static final Map<String, SectionKind> BY_WORD = byWord();

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of alone
    private final List<String> words;

    SectionKind(String... words) {
        this.words = List.of(words);
    }

    private static Map<String, SectionKind> byWord() {
        Map<String, SectionKind> byWord = new LinkedHashMap<>();
        for (SectionKind kind : values()) {
            kind.words.forEach(word -> byWord.put(word, kind));
        }
        return byWord;
    }

    /** The kind of the section that a word such as {@code %build} starts; the word's case does not count. */
    public static Optional<SectionKind> of(String word) {
        return Optional.ofNullable(BY_WORD.get(GoText.lower(word)));
    }

    /** Tells whether a word such as {@code %build} starts a section for rpm; for azldev's overlays {@link #of} counts. */
    public static boolean startsSection(String word) {
        return of(word).isPresent() || RPM_ALONE.contains(word);
    }

    /** The words that start a section of this kind, such as {@code %files}. */
    public List<String> words() {
        return words;
    }

    /** Tells whether a section of this kind can belong to a sub-package. */
    boolean namesPackage() {
        return this != CHANGELOG && this != SOURCE_LIST;
    }
}
