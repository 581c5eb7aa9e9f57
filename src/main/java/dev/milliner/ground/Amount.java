package dev.milliner.ground;

/** Numbers of things: one place that knows which form of a noun goes with a number. */
public final class Amount {
    private Amount() {}

    /**
     * A number with its noun, such as {@code 1 overlay}, {@code 0 overlays}, {@code 2 build directories}.
     *
     * @param noun in the singular
     */
    public static String of(long number, String noun) {
        return number + " " + noun(number, noun);
    }

    /**
     * The noun alone, where the number is written in another way.
     *
     * @param noun in the singular
     */
    public static String noun(long number, String noun) {
        return either(number, noun, plural(noun));
    }

    /** What goes with one thing, or with any other number of them: {@code is} or {@code are}. */
    public static String either(long number, String one, String many) {
        return number == 1 ? one : many;
    }

    private static String plural(String noun) {
        if (noun.endsWith("ory") || noun.endsWith("cy")) {
            return noun.substring(0, noun.length() - 1) + "ies";
        }
        return noun.endsWith("s") || noun.endsWith("sh") || noun.endsWith("ch") ? noun + "es" : noun + "s";
    }
}
