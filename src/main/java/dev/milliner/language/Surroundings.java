package dev.milliner.language;

/**
 * What answers are drawn from besides the distro. It outlives one state of the distro, so that what was worked out of texts
 * is kept from one keystroke to the next.
 *
 * @param specs where the text of specs comes from
 * @param packages what repositories say of packages
 * @param macros what rpm says of macros
 * @param texts what is kept of texts
 */
public record Surroundings(SpecTexts specs, PackageFacts packages, MacroValues macros, TextMemory texts) {
    /** The tree's own specs, and no repository. */
    public static Surroundings ofTree() {
        return new Surroundings(SpecTexts.inTree(), PackageFacts.NONE, MacroValues.NONE, new TextMemory());
    }
}
