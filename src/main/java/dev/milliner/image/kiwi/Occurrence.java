package dev.milliner.image.kiwi;

/** How often something may stand in an element. */
public enum Occurrence {
    /** Exactly once. */
    ONCE,
    /** Once or not. */
    AT_MOST_ONCE,
    /** Any number of times. */
    ANY,
    /** At least once. */
    AT_LEAST_ONCE;

    static Occurrence of(String marked) {
        return switch (marked.charAt(marked.length() - 1)) {
            case '?' -> AT_MOST_ONCE;
            case '*' -> ANY;
            case '+' -> AT_LEAST_ONCE;
            default -> ONCE;
        };
    }

    /** Tells whether it cannot be left out. */
    public boolean isRequired() {
        return this == ONCE || this == AT_LEAST_ONCE;
    }

    /** Tells whether it may stand there twice. */
    boolean mayRepeat() {
        return this == ANY || this == AT_LEAST_ONCE;
    }
}
