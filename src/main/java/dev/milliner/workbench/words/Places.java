package dev.milliner.workbench.words;

/** The places in a text, {@code {0}} to {@code {9}}, at which something is put in. */
final class Places {
    private Places() {}

    /** A text with arguments at its places; a place that has none stays as it is. */
    static String filled(String text, Object... arguments) {
        StringBuilder filled = new StringBuilder(text.length() + 32);
        for (int at = 0; at < text.length(); at++) {
            int place = at(text, at);
            if (place >= 0 && place < arguments.length) {
                filled.append(arguments[place]);
                at += 2;
            } else {
                filled.append(text.charAt(at));
            }
        }
        return filled.toString();
    }

    /** The number of the place that begins at an offset; -1 where none does. */
    static int at(String text, int at) {
        boolean isPlace = at + 2 < text.length() && text.charAt(at) == '{' && text.charAt(at + 2) == '}';
        int number = isPlace ? text.charAt(at + 1) - '0' : -1;
        return number <= 9 ? number : -1;
    }
}
