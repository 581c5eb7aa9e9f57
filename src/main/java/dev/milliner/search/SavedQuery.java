package dev.milliner.search;

/**
 * A search that is kept under a name.
 *
 * @param name the name
 * @param over what is searched
 * @param wanted what is looked for: a question where values are searched, else a text
 * @param regex whether the text is a regular expression
 * @param caseSensitive whether case counts
 * @param wholeWord whether only whole words count
 */
public record SavedQuery(
        String name, Over over, String wanted, boolean regex, boolean caseSensitive, boolean wholeWord) {
    /** What can be searched. */
    public enum Over {
        /** The text of the tree's files. */
        TEXT,
        /** What definitions resolve to. */
        VALUES,
        /** The text of rendered specs. */
        SPECS
    }

    /** The search of text that it stands for. */
    public TextSearch search() {
        return new TextSearch(wanted, regex, caseSensitive, wholeWord);
    }
}
