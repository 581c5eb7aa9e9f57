package dev.milliner.workbench.editor;

/** How many cells letters take, each as wide as a letter of the code font. */
final class Cells {
    /** The most that any takes. */
    static final int TAB = 8;

    private Cells() {}

    /** The cells of a letter behind so many others. */
    static int of(int letter, int before) {
        if (letter == '\t') {
            return TAB - before % TAB;
        }
        return switch (Character.getType(letter)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isOfCodeFont(letter) ? 1 : 2;
        };
    }

    /** Latin, Greek and Cyrillic letters, punctuation, arrows and boxes. */
    private static boolean isOfCodeFont(int letter) {
        return letter < 0x530 || (letter >= 0x2000 && letter < 0x2600);
    }
}
