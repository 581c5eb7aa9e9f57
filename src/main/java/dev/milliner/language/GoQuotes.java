package dev.milliner.language;

/** Texts as regular expressions of Go that match just them. */
final class GoQuotes {
    private static final String SPECIAL = "\\.+*?()|[]{}^$";

    private GoQuotes() {}

    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            if (SPECIAL.indexOf(text.charAt(at)) >= 0) {
                quoted.append('\\');
            }
            quoted.append(text.charAt(at));
        }
        return quoted.toString();
    }
}
