package dev.milliner.build.log;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text with the colours that a tool gave it by ECMA-48 control sequences. */
public final class AnsiText {
    private static final Pattern SEQUENCE = Pattern.compile(
            "\u001b(?:\\[([0-9;:?]*)[ -/]*([@-~])|\\][^\u0007\u001b]*(?:\u0007|\u001b\\\\)|[@-Z\\\\-_])");
    private static final List<String> COLOURS =
            List.of("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white");

    private AnsiText() {}

    /**
     * A stretch of text of one look.
     *
     * @param text without control sequences
     * @param colour its colour's name, or empty for the usual one
     * @param bold whether it is bold
     */
    public record Run(String text, String colour, boolean bold) {}

    /** The text without control sequences. */
    public static String plain(String text) {
        return text.indexOf('\u001b') < 0 ? text : SEQUENCE.matcher(text).replaceAll("");
    }

    /** The stretches of a text; one where it has no control sequence. */
    public static List<Run> runs(String text) {
        if (text.indexOf('\u001b') < 0) {
            return List.of(new Run(text, "", false));
        }
        List<Run> runs = new ArrayList<>();
        Matcher sequence = SEQUENCE.matcher(text);
        String colour = "";
        boolean bold = false;
        int from = 0;
        while (sequence.find()) {
            add(runs, text.substring(from, sequence.start()), colour, bold);
            from = sequence.end();
            if ("m".equals(sequence.group(2))) {
                for (String code : sequence.group(1).split("[;:]", -1)) {
                    int number = code.matches("[0-9]{1,3}") ? Integer.parseInt(code) : 0;
                    bold = number == 1 || (bold && number != 0 && number != 22);
                    colour = colour(number, colour);
                }
            }
        }
        add(runs, text.substring(from), colour, bold);
        return runs;
    }

    private static void add(List<Run> runs, String text, String colour, boolean bold) {
        if (!text.isEmpty()) {
            runs.add(new Run(text, colour, bold));
        }
    }

    private static String colour(int code, String before) {
        if (code == 0 || code == 39) {
            return "";
        } else if (code >= 30 && code <= 37) {
            return COLOURS.get(code - 30);
        } else if (code >= 90 && code <= 97) {
            return COLOURS.get(code - 90);
        }
        return before;
    }
}
