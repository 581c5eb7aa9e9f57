package dev.milliner.workbench.overlays;

import dev.milliner.workbench.words.Wording;

/** What can become of a line. */
public enum LineDeed {
    /** It is gone to. */
    EDIT(Wording.of("overlays.line-deed.edit-result-line")),
    /** It goes. */
    REMOVE(Wording.of("overlays.line-deed.remove-line")),
    /** It is selected, to be typed over. */
    REPLACE(Wording.of("overlays.line-deed.replace-line")),
    /** An empty line comes before it. */
    INSERT_ABOVE(Wording.of("overlays.line-deed.insert-line-above")),
    /** An empty line comes behind it. */
    INSERT_BELOW(Wording.of("overlays.line-deed.insert-line-below"));

    private final String words;

    LineDeed(String words) {
        this.words = words;
    }

    /** What a menu says of it. */
    public String words() {
        return words;
    }
}
