package dev.milliner.command;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where commands print. What is printed shows names and texts of others, so that characters which a terminal would obey
 * are written as JSON and TOML escape them; only {@link #coloured} and the colours of {@link #log} reach it as they are.
 */
final class TerminalOutput extends PrintWriter {
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;:]{0,40}m");

    /** Titles, moves of the cursor and all else that a tool may tell its terminal. */
    private static final Pattern ORDER = Pattern.compile(
            "\u001b\\][^\u0007\u001b]*(?:\u0007|\u001b\\\\)"
                    + "|\u001b[PX^_][^\u001b]*\u001b\\\\|\u001b\\[(?![0-9;:]{0,40}m)[0-?]*[ -/]*[@-~]|\u001b[^\\[\\]PX^_\u001b]|\r");

    private final PrintWriter terminal;

    /** Prints to a terminal, or to what takes its place. */
    TerminalOutput(PrintWriter terminal) {
        super(new Escaping(terminal), false);
        this.terminal = terminal;
    }

    /** Text in which nothing moves a terminal, not even to the next line. */
    static String oneLine(String text) {
        return escaped(text).replace("\n", "\\n").replace("\t", "\\t");
    }

    /**
     * Prints a line in a colour of ours.
     *
     * @param out where; without colours where it is no terminal output
     * @param colour what the terminal is told before the text
     * @param plain what it is told after it
     */
    static void coloured(PrintWriter out, String colour, String text, String plain) {
        if (out instanceof TerminalOutput output) {
            output.terminal.print(colour);
            output.print(text);
            output.terminal.print(plain);
            output.println();
        } else {
            out.println(escaped(text));
        }
    }

    /** Prints what a tool said: its colours stay, and all else that it would tell a terminal is left out. */
    static void log(PrintWriter out, String text) {
        if (!(out instanceof TerminalOutput output)) {
            out.print(escaped(text));
            return;
        }
        String quiet = ORDER.matcher(text).replaceAll("");
        Matcher colours = COLOUR.matcher(quiet);
        int from = 0;
        while (colours.find()) {
            output.print(quiet.substring(from, colours.start()));
            output.terminal.print(colours.group());
            from = colours.end();
        }
        output.print(quiet.substring(from));
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            append(escaped, text.charAt(i));
        }
        return escaped.toString();
    }

    private static void append(StringBuilder escaped, char one) {
        if (isObeyed(one)) {
            escaped.append("\\u%04x".formatted((int) one));
        } else {
            escaped.append(one);
        }
    }

    /** Control characters, and those that turn the direction of the text around. */
    private static boolean isObeyed(char one) {
        return (Character.isISOControl(one) && one != '\n' && one != '\t')
                || (one >= '\u202a' && one <= '\u202e')
                || (one >= '\u2066' && one <= '\u2069');
    }

    private static final class Escaping extends FilterWriter {
        Escaping(Writer below) {
            super(below);
        }

        @Override
        public void write(int one) throws IOException {
            out.write(escaped(String.valueOf((char) one)));
        }

        @Override
        public void write(char[] text, int from, int length) throws IOException {
            write(new String(text, from, length), 0, length);
        }

        @Override
        public void write(String text, int from, int length) throws IOException {
            String part = text.substring(from, from + length);
            out.write(part.chars().anyMatch(one -> isObeyed((char) one)) ? escaped(part) : part);
        }
    }
}
