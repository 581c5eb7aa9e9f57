package dev.milliner.image.kiwi;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a value is written.
 *
 * @param says that in words, to stand behind "must be"
 * @param pattern what it must match
 * @param words what it mostly is, to offer; may be empty
 * @param exact whether blanks round it count
 */
record ValueForm(String says, Pattern pattern, List<String> words, boolean exact) {
    private static final int MOST_SHOWN = 80;
    private static final Pattern BLANKS = Pattern.compile("[ \\t\\r\\n]+");

    ValueForm {
        words = List.copyOf(words);
    }

    /** One of some words. */
    static ValueForm oneOf(List<String> words) {
        String says = words.size() == 1 ? words.getFirst() : "one of " + String.join(", ", words);
        return new ValueForm(says, Pattern.compile(choice(words)), words, false);
    }

    /** Some of some words, with commas between them. */
    static ValueForm someOf(String says, List<String> words) {
        String choice = choice(words);
        return new ValueForm(says, Pattern.compile(choice + "(," + choice + ")*"), List.of(), false);
    }

    private static String choice(List<String> words) {
        return words.stream().map(Pattern::quote).collect(Collectors.joining("|", "(", ")"));
    }

    boolean matches(String value) {
        return pattern.matcher(exact ? value : collapsed(value)).matches();
    }

    /** A value as messages show it: on one line, and no longer than anybody reads. */
    static String shown(String value) {
        String line = collapsed(value);
        return '"' + (line.length() > MOST_SHOWN ? line.substring(0, MOST_SHOWN) + "…" : line) + '"';
    }

    /** A text with single blanks between its words and none round it, as XML has tokens. */
    static String collapsed(String text) {
        String single = BLANKS.matcher(text).replaceAll(" ");
        int start = single.startsWith(" ") ? 1 : 0;
        return single.substring(start, Math.max(start, single.endsWith(" ") ? single.length() - 1 : single.length()));
    }
}
