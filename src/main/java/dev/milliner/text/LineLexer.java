package dev.milliner.text;

/** Splits one line of text into coloured stretches, carrying what spans lines in a small state. */
public interface LineLexer {
    /** The state before the first line of a file. */
    int START = 0;

    /**
     * Lexes one line.
     *
     * @param line the line without its terminator
     * @param state what the line before returned, {@link #START} for the first
     * @param tokens receives the coloured stretches from left to right; what lies between has no colour
     * @return the state for the next line
     */
    int lex(String line, int state, Tokens tokens);

    /** Receives the stretches of a line. */
    @FunctionalInterface
    interface Tokens {
        /**
         * One stretch.
         *
         * @param start index of its first character
         * @param end index after its last character
         * @param kind what it is
         */
        void add(int start, int end, TokenKind kind);
    }
}
