package dev.milliner.spec;

import java.util.Optional;
import java.util.Set;

/** The kinds of sections, by what their lines are. The names are those that azldev knows. */
public enum SectionKind {
    /** Tags of a package; also the preamble. */
    PACKAGE,
    /** Shell or another script. */
    SCRIPT,
    /** Text. */
    DESCRIPTION,
    /** The files of a package. */
    FILES,
    /** The change log. */
    CHANGELOG,
    /** Names of patches or sources. */
    SOURCE_LIST;

    /** The kind of the section that a word such as {@code %build} starts; the word's case does not count. */
    public static Optional<SectionKind> of(String word) {
        return switch (GoText.lower(word)) {
            case "%package" -> Optional.of(PACKAGE);
            case "%description" -> Optional.of(DESCRIPTION);
            case "%files" -> Optional.of(FILES);
            case "%changelog" -> Optional.of(CHANGELOG);
            case "%patchlist", "%sourcelist" -> Optional.of(SOURCE_LIST);
            case "%prep", "%conf", "%build", "%install", "%check", "%clean" -> Optional.of(SCRIPT);
            case "%generate_buildrequires", "%verify" -> Optional.of(SCRIPT);
            case "%pre", "%post", "%preun", "%postun" -> Optional.of(SCRIPT);
            case "%pretrans", "%posttrans", "%preuntrans", "%postuntrans" -> Optional.of(SCRIPT);
            case "%triggerin", "%triggerun", "%triggerprein", "%triggerpostun" -> Optional.of(SCRIPT);
            case "%filetriggerin", "%filetriggerun", "%filetriggerpostun" -> Optional.of(SCRIPT);
            case "%transfiletriggerin", "%transfiletriggerun", "%transfiletriggerpostun" -> Optional.of(SCRIPT);
            default -> Optional.empty();
        };
    }

    /** Sections of rpm's that azldev takes for no section. */
    private static final Set<String> RPM_ALONE = Set.of("%verifyscript", "%sepolicy");

    /** Tells whether a word such as {@code %build} starts a section for rpm; for azldev's overlays {@link #of} counts. */
    public static boolean startsSection(String word) {
        return of(word).isPresent() || RPM_ALONE.contains(word);
    }

    /** Tells whether a section of this kind can belong to a sub-package. */
    boolean namesPackage() {
        return this != CHANGELOG && this != SOURCE_LIST;
    }
}
